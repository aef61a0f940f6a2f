import type { z } from 'zod'
import { Card } from '../../../../ui/components/Card.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { readForEditing } from '../../operations/read-for-editing.ts'

type Problem = z.output<typeof readForEditing.output>['problems'][number]

/** What would trouble readers of the version that was saved last. */
export function Problems({ call, problems }: { call: PageCall; problems: Problem[] }) {
  const { t } = call
  return (
    <Card title={t('knowledge.check.title')}>
      {problems.length === 0 ? (
        <p class="row">
          <Icon name="circle-check" /> {t('knowledge.check.none')}
        </p>
      ) : (
        <ul class="problems">
          {problems.map(({ kind, about }, index) => (
            <li key={index}>
              <Icon name="triangle-alert" />
              <span>
                {t(`knowledge.check.${kind}`)}
                {about && (
                  <>
                    {' '}
                    <q>{about}</q>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
