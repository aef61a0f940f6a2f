import { LinkButton } from '../../../ui/components/Button.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage } from '../../../ui/page.ts'
import { readReadiness } from '../operations/read-readiness.ts'

/** What is still missing before people are let in. */
export const goingLivePage = definePage({
  path: '/admin/going-live',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const { steps, missing } = await call.run(readReadiness, {})
    const sorted = [...steps].sort((a, b) => Number(a.done) - Number(b.done))
    return {
      title: t('administration.ready.title'),
      view: (
        <div class="narrow">
          <PageHead title={t('administration.ready.title')} lead={t('administration.ready.lead', { count: missing })} />
          {missing === 0 && <Notice tone="good">{t('administration.ready.allDone')}</Notice>}
          <ul class="check-list">
            {sorted.map((step) => (
              <li key={step.path + step.title} class={step.done ? 'done' : undefined}>
                <Icon name={step.done ? 'circle-check' : 'circle-alert'} />
                <div>
                  <p>
                    <b>{step.title}</b>
                    <span class="visually-hidden">
                      {' '}
                      ({t(step.done ? 'administration.ready.done' : 'administration.ready.missing')})
                    </span>
                  </p>
                  {!step.done && <p class="muted small">{step.hint}</p>}
                </div>
                {!step.done && step.path ? (
                  <LinkButton href={call.url(step.path)} size="small">
                    {t('administration.ready.go')}
                    <span class="visually-hidden"> {step.title}</span>
                  </LinkButton>
                ) : (
                  <span />
                )}
              </li>
            ))}
          </ul>
        </div>
      ),
    }
  },
})
