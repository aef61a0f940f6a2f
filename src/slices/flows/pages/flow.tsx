import { Button } from '../../../ui/components/Button.tsx'
import { LangLabel } from '../../../ui/components/LangFragment.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage, goTo } from '../../../ui/page.ts'
import { begin } from '../operations/begin.ts'
import { read } from '../operations/read.ts'
import { journeyUrl } from './addresses.ts'
import { StepForm } from './StepForm.tsx'

/** What a flow is for, with its first question at once: nothing is kept until it is answered. */
export const flowPage = definePage({
  path: '/guided-help/:key',
  cache: true,
  async get(call) {
    const { t } = call
    const flow = await call.run(read, { key: call.params['key'] ?? '' })
    const lang = flow.lang === call.lang ? undefined : flow.lang
    return {
      title: flow.title,
      description: flow.lead,
      question: flow.title,
      breadcrumbs: [
        { label: call.portal.name, href: call.url('/') },
        { label: t('flows.list.title'), href: call.url('/guided-help') },
        { label: flow.title },
      ],
      view: (
        <div class="narrow">
          <PageHead
            title={<span lang={lang}>{flow.title}</span>}
            lead={flow.lead && <span lang={lang}>{flow.lead}</span>}
            above={<LangLabel t={t} page={call.lang} lang={flow.lang} />}
          />
          <div class="card">
            {flow.step ? (
              <StepForm call={call} step={flow.step} level={2} />
            ) : (
              <form method="post" class="stack">
                <p>{t('flows.flow.ready')}</p>
                <div>
                  <Button look="primary">{t('flows.flow.begin')}</Button>
                </div>
              </form>
            )}
          </div>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      const key = call.params['key'] ?? ''
      const step = fields.optional('step')
      const journey = await call.run(begin, { key, ...(step ? { answer: { step, value: fields.get('value') } } : {}) })
      return goTo(journeyUrl(call, key, journey.link))
    },
  },
})
