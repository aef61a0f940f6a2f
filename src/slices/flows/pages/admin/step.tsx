import { refuse } from '../../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import type { Step } from '../../definition.ts'
import type { DraftView } from '../../draft-view.ts'
import { edit } from '../../operations/edit.ts'
import { listParts } from '../../operations/list-parts.ts'
import { flowUrl, LIST, stepUrl } from './addresses.ts'
import { draftOf, keyOf, titleOf } from './frame.tsx'
import { KIND_ICONS, nameOfStep } from './Outline.tsx'
import { PictureFields } from './PictureFields.tsx'
import { problemText } from './problem-text.ts'
import { StepParts } from './StepParts.tsx'
import { STEP, stepOfFields } from './step-fields.ts'
import { TextsInput } from './TextsInput.tsx'

/** One step: its texts in every language, what belongs to its kind, and where it leads. */
export const stepPage = definePage({
  path: '/admin/flows/:key/steps/:step',
  layout: 'admin',
  requires: 'flows.write',
  uploads: {},
  async get(call) {
    const { t } = call
    const draft = await draftOf(call)
    const step = stepIn(call, draft)
    const chosen = step.kind === 'end' && 'key' in step.outcome ? step.outcome.type : undefined
    const parts = await call.run(listParts, chosen ? { targets: chosen } : {})
    const name = nameOfStep(call, step)
    const problems = draft.problems.filter((one) => one.step === step.id)
    const form = shownForm(t, call.form, 'save')
    return {
      title: name,
      noIndex: true,
      wide: true,
      breadcrumbs: [
        { label: t('flows.nav.admin'), href: call.url(LIST) },
        { label: titleOf(call, draft), href: flowUrl(call, draft.key) },
        { label: name },
      ],
      view: (
        <>
          <PageHead
            title={name}
            above={
              <>
                <Tag tone="accent" icon={KIND_ICONS[step.kind]}>
                  {t(`flows.kind.${step.kind}`)}
                </Tag>
                <Tag>{step.id}</Tag>
              </>
            }
          />
          <form method="post" enctype="multipart/form-data" class="stack" novalidate>
            <FormMessages t={t} form={form} />
            {problems.length > 0 && (
              <ul class="problems">
                {problems.map((problem) => (
                  <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
                ))}
              </ul>
            )}
            <input type="hidden" name="revision" value={draft.revision} />
            <TextsInput
              call={call}
              form={form}
              name={`${STEP}.title`}
              legend={t(step.kind === 'check' ? 'flows.step.checkName' : 'flows.step.title')}
              texts={step.title}
              maxLength={200}
            />
            {step.kind !== 'check' && (
              <TextsInput
                call={call}
                form={form}
                name={`${STEP}.body`}
                legend={t('flows.step.body')}
                hint={t('flows.step.bodyHint')}
                texts={step.body}
                rows={5}
                maxLength={4000}
              />
            )}
            <StepParts call={call} form={form} draft={draft} step={step} parts={parts} />
            {step.kind !== 'check' && (
              <Card>
                <Disclosure
                  title={t('flows.step.more')}
                  open={Boolean(step.picture || Object.keys(step.spoken).length)}
                >
                  <div class="stack">
                    <PictureFields call={call} form={form} step={step} />
                    <TextsInput
                      call={call}
                      form={form}
                      name={`${STEP}.spoken`}
                      legend={t('flows.step.spoken')}
                      hint={t('flows.step.spokenHint')}
                      texts={step.spoken}
                      rows={2}
                      maxLength={1000}
                    />
                  </div>
                </Disclosure>
              </Card>
            )}
            <FormActions>
              <Button look="primary" name="action" value="save">
                {t('flows.edit.save')}
              </Button>
              <Button name="action" value="saveAndBack">
                {t('flows.edit.saveAndBack')}
              </Button>
              <LinkButton look="quiet" href={flowUrl(call, draft.key)}>
                {t('flows.edit.cancel')}
              </LinkButton>
            </FormActions>
          </form>
          <Rest call={call} draft={draft} step={step} />
        </>
      ),
    }
  },
  post: {
    async save(call, fields) {
      await save(call, fields)
      return goTo(stepUrl(call, keyOf(call), call.params['step'] ?? ''), 'flows.edit.saved')
    },
    async saveAndBack(call, fields) {
      await save(call, fields)
      return goTo(flowUrl(call, keyOf(call)), 'flows.edit.saved')
    },
    async start(call, fields) {
      const key = keyOf(call)
      await call.run(edit, {
        key,
        revision: fields.get('revision'),
        edit: { do: 'startAt', id: call.params['step'] ?? '' },
      })
      return goTo(flowUrl(call, key), 'flows.edit.saved')
    },
    async remove(call, fields) {
      const key = keyOf(call)
      await call.run(edit, {
        key,
        revision: fields.get('revision'),
        edit: { do: 'removeStep', id: call.params['step'] ?? '' },
      })
      return goTo(flowUrl(call, key), 'flows.edit.removed')
    },
  },
})

async function save(call: PageCall, fields: Fields) {
  const before = stepIn(call, await draftOf(call))
  const [uploaded] = fields.files('picture')
  const kept = fields.has('picture.remove') ? null : (before.picture?.file ?? null)
  const step = stepOfFields(fields, before, uploaded?.id ?? kept)
  await call.run(edit, { key: keyOf(call), revision: fields.get('revision'), edit: { do: 'changeStep', step } })
}

function stepIn(call: PageCall, draft: DraftView): Step {
  const step = draft.definition.steps.find(({ id }) => id === call.params['step'])
  if (!step) throw refuse.notFound()
  return step
}

/** Beginning here, and removing it. */
function Rest({ call, draft, step }: { call: PageCall; draft: DraftView; step: Step }) {
  const { t } = call
  return (
    <div class="section stack">
      <FormMessages t={t} form={shownForm(t, call.form, 'remove')} />
      {draft.definition.start !== step.id && step.kind !== 'end' && (
        <form method="post">
          <input type="hidden" name="revision" value={draft.revision} />
          <Button icon="flag" name="action" value="start">
            {t('flows.edit.start')}
          </Button>
        </form>
      )}
      <Disclosure title={t('flows.edit.remove')}>
        <form method="post" class="stack">
          <p>{t('flows.edit.removeText')}</p>
          <input type="hidden" name="revision" value={draft.revision} />
          <div>
            <Button look="danger" icon="trash-2" name="action" value="remove">
              {t('flows.edit.remove')}
            </Button>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}
