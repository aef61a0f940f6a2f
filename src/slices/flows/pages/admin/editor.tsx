import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { ProgressBar } from '../../../../ui/components/ProgressBar.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import type { StepKind } from '../../definition.ts'
import type { DraftView } from '../../draft-view.ts'
import { edit } from '../../operations/edit.ts'
import { publish } from '../../operations/publish.ts'
import { flowUrl, stepUrl } from './addresses.ts'
import { FlowPicture } from './FlowPicture.tsx'
import { draftOf, flowFrame, keyOf } from './frame.tsx'
import { AddStep, Outline } from './Outline.tsx'
import { problemText } from './problem-text.ts'

type Act = (call: PageCall, fields: Fields) => Promise<ReturnType<typeof goTo>>

/** The editor: the outline, complete by keyboard and without JavaScript, and beside it the picture of the tree. */
export const editorPage = definePage({
  path: '/admin/flows/:key',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const { t } = call
    const draft = await draftOf(call)
    return flowFrame(
      call,
      draft,
      '',
      <div class="stack loose">
        <FormMessages t={t} form={shownForm(t, call.form, call.form?.action === 'add' ? 'other' : call.form?.action)} />
        <Publishing call={call} draft={draft} />
        <div class="flow-editor">
          <section class="stack">
            <h2>{t('flows.outline.title')}</h2>
            <Outline call={call} draft={draft} />
            <AddStep call={call} draft={draft} />
          </section>
          {draft.definition.steps.length > 0 && (
            <section class="flow-picture-side stack">
              <h2>{t('flows.picture.title')}</h2>
              <FlowPicture call={call} draft={draft} />
              {draft.moves.length > 0 && <p class="muted small">{t('flows.figures.legend')}</p>}
            </section>
          )}
        </div>
      </div>,
    )
  },
  post: {
    async add(call, fields) {
      const [from, by] = (fields.get('after') || ' ').split(' ')
      const key = keyOf(call)
      const { added } = await call.run(edit, {
        key,
        revision: fields.get('revision'),
        edit: {
          do: 'addStep',
          kind: fields.get('kind') as StepKind,
          title: fields.get('edit.title'),
          lang: call.lang,
          from: from || null,
          by: by || null,
        },
      })
      return goTo(added ? stepUrl(call, key, added) : flowUrl(call, key), 'flows.edit.added')
    },
    up: move('up'),
    down: move('down'),
    async publish(call, fields) {
      const key = keyOf(call)
      const { version } = await call.run(publish, { key, revision: fields.get('revision'), note: fields.get('note') })
      return goTo(flowUrl(call, key), 'flows.publish.done', { version })
    },
  },
})

function move(to: 'up' | 'down'): Act {
  return async (call, fields) => {
    const key = keyOf(call)
    await call.run(edit, { key, revision: fields.get('revision'), edit: { do: 'moveStep', id: fields.get('id'), to } })
    return goTo(flowUrl(call, key))
  }
}

/** What keeps it from being published, each with the step to mend; or the way to publish it. */
function Publishing({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const { problems, definition } = draft
  if (definition.steps.length === 0) return <Notice tone="info">{t('flows.publish.empty')}</Notice>
  return (
    <div class="columns even">
      {problems.length > 0 ? (
        <Notice tone="warn" title={t('flows.publish.problems', { count: problems.length })}>
          <ul class="problems">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>
                {problem.step ? (
                  <a href={stepUrl(call, draft.key, problem.step)}>{problemText(t, problem)}</a>
                ) : (
                  problemText(t, problem)
                )}
              </li>
            ))}
          </ul>
        </Notice>
      ) : !draft.isAhead ? (
        <Notice tone="good" title={t('flows.publish.same')}>
          <a href={flowUrl(call, draft.key, 'preview')}>{t('flows.tab.preview')}</a>
        </Notice>
      ) : (
        <Card title={t('flows.publish.ready')}>
          <form method="post" class="stack">
            <input type="hidden" name="revision" value={draft.revision} />
            <TextInput t={t} name="note" label={t('flows.publish.note')} optional width="full" maxLength={300} />
            <div class="row">
              <Button look="primary" icon="check" name="action" value="publish">
                {t('flows.publish.do')}
              </Button>
              <LinkButton icon="eye" href={flowUrl(call, draft.key, 'preview')}>
                {t('flows.tab.preview')}
              </LinkButton>
            </div>
          </form>
        </Card>
      )}
      <Card title={t('flows.languages.title')} tone="sunk">
        <ul class="stack tight">
          {draft.completeness.map(({ lang, filled, total }) => (
            <li key={lang}>
              <ProgressBar
                label={t(`knowledge.lang.${lang}`)}
                text={t('flows.languages.filled', { filled, total })}
                value={filled}
                max={Math.max(total, 1)}
              />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
