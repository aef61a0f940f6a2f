import * as shapes from '../../generated/icons.ts'
import { type IconName, isIconName } from '../icon-names.ts'
import { IconShape } from './IconShape.tsx'

const byName = shapes as Record<string, string>

/**
 * An icon by name, for pages. Decoration: it stands beside a text that says the same.
 * Islands use `IconShape` with a constant of src/generated/icons.ts, which keeps their chunk small.
 */
export function Icon({ name, big }: { name: IconName; big?: boolean }) {
  return <IconShape shape={byName[constantOf(name)] ?? ''} big={big} />
}

/** The icon that an administrator chose, or the stand-in when the stored word is none of ours. */
export function iconOf(stored: string | null | undefined, standIn: IconName = 'file-text'): IconName {
  return stored && isIconName(stored) ? stored : standIn
}

function constantOf(name: string): string {
  return `icon${name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`
}
