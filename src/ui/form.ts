import type { Translate } from '../kernel/text.ts'
import type { SummaryError } from './components/ErrorSummary.tsx'
import type { FormState } from './page.ts'

/** What a form shows: what was typed and refused, or else what it begins with. */
export interface ShownForm {
  /** Spread onto an input: `<TextInput {...form.field('subject', article.subject)} label={…} />`. */
  field(name: string, initial?: string | null): { t: Translate; name: string; value: string; error: string | null }
  /** Values of a field that may occur several times. */
  values(name: string, initial?: readonly string[]): readonly string[]
  /** Whether a single checkbox is ticked. */
  checked(name: string, initial?: boolean): boolean
  error(name: string): string | null
  errors: readonly SummaryError[]
  /** Text for the form as a whole. */
  message: string | null
  /** It was kept while the reader signed in again. */
  restored: boolean
}

/**
 * Reads the state of one form of a page.
 * @param action the form's action, when the page has several
 */
export function shownForm(t: Translate, state: FormState | null, action = 'default'): ShownForm {
  const own = state?.action === action ? state : null
  const texts = new Map<string, string>()
  for (const { path, key, values } of own?.issues ?? []) {
    const name = path.join('.')
    if (!texts.has(name)) texts.set(name, t(key, values))
  }
  const typed = (name: string): string[] | undefined => {
    const value = own?.values[name]
    return value === undefined ? undefined : Array.isArray(value) ? value : [value]
  }
  const error = (name: string) => texts.get(name) ?? null
  return {
    field: (name, initial) => ({
      t,
      name,
      value: typed(name)?.at(-1) ?? (own ? '' : (initial ?? '')),
      error: error(name),
    }),
    values: (name, initial = []) => typed(name) ?? (own ? [] : initial),
    checked: (name, initial = false) => (own ? typed(name) !== undefined : initial),
    error,
    errors: [...texts].map(([name, text]) => (name ? { name, text } : { text })),
    message: own?.message ?? null,
    restored: own?.restored ?? false,
  }
}
