import { Refusal } from '../../../../kernel/refusal.ts'
import { AnswerButtons } from '../../../../ui/components/AnswerButtons.tsx'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type PageCall, type PageView } from '../../../../ui/page.ts'
import { tryDraft } from '../../operations/try-draft.ts'
import type { StepView } from '../../views.ts'
import { StepText } from '../StepForm.tsx'
import { flowUrl, stepUrl } from './addresses.ts'
import { draftOf, flowFrame, keyOf } from './frame.tsx'

/** Walks through the draft as readers will. Nothing is kept: the form carries what was answered. */
export const previewPage = definePage({
  path: '/admin/flows/:key/preview',
  layout: 'admin',
  requires: 'flows.write',
  get: (call) => show(call, givenIn(call)),
  post: {
    default: (call, fields) => show(call, [...fields.all('given'), fields.get('value')]),
    back: (call, fields) => show(call, fields.all('given').slice(0, -1)),
  },
})

/** What had been answered before the answer that was refused. */
function givenIn(call: PageCall): string[] {
  return [call.form?.values['given'] ?? []].flat()
}

async function show(call: PageCall, given: string[]): Promise<PageView> {
  const { t } = call
  const draft = await draftOf(call)
  try {
    const { step } = await call.run(tryDraft, { key: keyOf(call), answers: given })
    return flowFrame(
      call,
      draft,
      'preview',
      <div class="narrow stack">
        <p class="muted">{t('flows.preview.lead')}</p>
        <div class="card">
          <Try call={call} step={step} given={given} />
        </div>
        <div class="row">
          {given.length > 0 && (
            <form method="post">
              <Given given={given} />
              <Button icon="arrow-left" name="action" value="back">
                {t('flows.journey.back')}
              </Button>
            </form>
          )}
          <LinkButton look="quiet" icon="refresh-cw" href={flowUrl(call, draft.key, 'preview')}>
            {t('flows.journey.restart')}
          </LinkButton>
          <LinkButton look="quiet" icon="pencil" href={stepUrl(call, draft.key, step.id)}>
            {t('flows.preview.edit')}
          </LinkButton>
        </div>
      </div>,
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'flows.not_walkable') throw error
    return flowFrame(call, draft, 'preview', <Notice tone="warn">{t(error.key)}</Notice>)
  }
}

function Given({ given }: { given: readonly string[] }) {
  return (
    <>
      {given.map((value, n) => (
        <input key={n} type="hidden" name="given" value={value} />
      ))}
    </>
  )
}

function Try({ call, step, given }: { call: PageCall; step: StepView; given: readonly string[] }) {
  const { t } = call
  const form = shownForm(t, call.form)
  const asks = step.kind !== 'end'
  return (
    <div class="flow-step">
      <StepText call={call} step={step} level={2} />
      {step.end && (
        <p>
          <b>{t(`flows.end.type.${step.end.type}`)}</b>
          {step.end.target && `: ${step.end.target.title}`}
          {!step.end.target && !['answer', 'person'].includes(step.end.type) && `: ${t('flows.end.notHere')}`}
        </p>
      )}
      {asks && (
        <form method="post" class="stack" novalidate>
          <FormMessages t={t} form={form} />
          <Given given={given} />
          {step.choices.length > 0 ? (
            <AnswerButtons name="value" labelledBy="flow-question" answers={step.choices} lang={step.lang} />
          ) : (
            <>
              {step.kind !== 'say' && (
                <TextInput
                  {...form.field('value')}
                  label={step.title}
                  hideLabel
                  affix={step.input.unit || undefined}
                  hint={step.kind === 'date' ? t('flows.preview.date') : undefined}
                />
              )}
              <div>
                <Button look="primary">{t('flows.step.next')}</Button>
              </div>
            </>
          )}
        </form>
      )}
    </div>
  )
}
