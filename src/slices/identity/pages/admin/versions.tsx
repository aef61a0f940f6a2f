import { diffArrays } from 'diff'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Diff, type DiffLine } from '../../../../ui/components/Diff.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import type { PageCall } from '../../../../ui/page.ts'

interface VersionShown {
  version: number
  changedAt: string
  changedBy: string | null
  /** Everything of it in words, for comparing. */
  lines: string[]
}

/** The versions of something, newest first, each with what it changed and a way back to it. */
export function Versions({ call, versions }: { call: PageCall; versions: VersionShown[] }) {
  const { t, format } = call
  if (versions.length === 0) return null
  return (
    <Card title={t('identity.versions')}>
      {versions.map((one, at) => (
        <Disclosure
          key={one.version}
          title={
            <>
              {t('identity.version', { version: one.version })}{' '}
              <span class="muted">
                {format.moment(one.changedAt)}
                {one.changedBy && ` · ${one.changedBy}`}
              </span>
            </>
          }
        >
          <Diff
            t={t}
            label={t('identity.version.changes', { version: one.version })}
            lines={compare(versions[at + 1]?.lines ?? [], one.lines)}
          />
          {at > 0 && (
            <form method="post">
              <input type="hidden" name="version" value={one.version} />
              <Button size="small" name="action" value="restore" icon="undo-2">
                {t('identity.version.restore')}
              </Button>
            </form>
          )}
        </Disclosure>
      ))}
    </Card>
  )
}

function compare(before: string[], after: string[]): DiffLine[] {
  return diffArrays(before, after).flatMap((part) => {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
    return part.value.map((text): DiffLine => ({ kind, pieces: [{ kind: 'same', text }] }))
  })
}
