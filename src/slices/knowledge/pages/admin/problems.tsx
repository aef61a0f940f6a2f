import type { z } from 'zod'
import { Card } from '../../../../ui/components/Card.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { readForEditing } from '../../operations/read-for-editing.ts'

type Problem = z.output<typeof readForEditing.output>['problems'][number]

/** What would trouble readers of the version that was saved last. */
export function Problems({ call, problems }: { call: PageCall; problems: Problem[] }) {
  const { t } = call
  return (
    <Card title={t('knowledge.check.title')}>
      <ul class="problems" data-problems aria-live="polite">
        {problems.length === 0 && <li>{t('knowledge.check.none')}</li>}
        {problems.map(({ kind, about }, index) => (
          <li key={index}>{`${t(`knowledge.check.${kind}`)} ${about ? `„${about}“` : ''}`}</li>
        ))}
      </ul>
    </Card>
  )
}
