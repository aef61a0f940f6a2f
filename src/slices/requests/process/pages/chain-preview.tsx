import type { VNode } from 'preact'
import { fieldsIn } from '../../../../kernel/form/condition.ts'
import type { Field } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import type { Lang } from '../../../../kernel/lang.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { ApprovalChain } from '../../approvals/definition.ts'
import { previewApproval } from '../../approvals/operations/preview-approval.ts'
import type { ProcessChoices } from '../operations/list-process-choices.ts'

/** Types of questions that can be tried out with a single value. */
const TRIED: readonly string[] = ['choice', 'yesNo', 'number', 'text', 'date'] satisfies Field['type'][]

/**
 * "Who would be asked, if X ordered this for Y at amount Z?": a form that asks by the address of the page, and its answer.
 * @param usual what it costs as a rule, in units of the currency: the amount that the form begins with
 */
export async function chainPreview(
  call: PageCall,
  choices: ProcessChoices,
  chain: ApprovalChain,
  usual?: number,
): Promise<VNode> {
  const { t, query } = call
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }))
  const fields = answersFor(chain, choices)
  const answer = query['requester'] ? await answerOf(call, chain, fields) : null
  return (
    <Card title={t('requests.process.preview')}>
      <form method="get" class="form">
        <Select
          t={t}
          name="requester"
          label={t('requests.process.previewRequester')}
          options={people}
          value={query['requester'] ?? call.actor.personId}
        />
        <Select
          t={t}
          name="beneficiary"
          optional
          label={t('requests.process.previewBeneficiary')}
          empty={t('requests.process.previewSelf')}
          options={people}
          value={query['beneficiary']}
        />
        <TextInput
          t={t}
          name="amount"
          optional
          inputMode="decimal"
          width="short"
          label={t('requests.approvals.amount')}
          value={query['amount'] ?? (usual === undefined ? undefined : amountTyped(usual, call.lang))}
        />
        {fields.map((field) => (
          <AnswerField key={field.key} call={call} field={field} />
        ))}
        <FormActions reachable={false}>
          <Button icon="eye">{t('requests.process.previewShow')}</Button>
        </FormActions>
      </form>
      {answer}
    </Card>
  )
}

/** An amount as it is typed: `1249,00`. */
function amountTyped(amount: number, lang: Lang): string {
  return amount.toFixed(2).replace('.', lang === 'en' ? '.' : ',')
}

/** The questions that conditions of the chain look at, as far as they can be tried out; the amount has its own input. */
function answersFor(chain: ApprovalChain, { fields }: ProcessChoices): Field[] {
  const asked = new Set(chain.stages.flatMap((stage) => stage.steps.flatMap((step) => fieldsIn(step.when))))
  return fields.filter(({ key, type }) => asked.has(key) && key !== 'amount' && TRIED.includes(type))
}

function AnswerField({ call, field }: { call: PageCall; field: Field }) {
  const { t, lang, query } = call
  const shared = { t, name: `with.${field.key}`, label: inLang(field.label, lang), optional: true }
  const value = query[shared.name]
  if (field.type === 'yesNo') {
    const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`ui.form.${one}`) }))
    return <Select {...shared} empty={t('requests.process.previewOpen')} options={options} value={value} />
  }
  if (field.type !== 'choice') return <TextInput {...shared} width="medium" value={value} />
  const options = field.options.map((one) => ({ value: one.value, label: inLang(one.label, lang) }))
  return <Select {...shared} empty={t('requests.process.previewOpen')} options={options} value={value} />
}

/** An answer as the form would give it; undefined: none. */
function answerTyped(field: Field, text: string | undefined) {
  if (!text) return undefined
  if (field.type === 'yesNo') return text === 'yes'
  if (field.type === 'choice') return field.many ? [text] : text
  return field.type === 'number' ? Number(text.replace(',', '.')) : text
}

async function answerOf(call: PageCall, chain: ApprovalChain, fields: readonly Field[]): Promise<VNode> {
  const { t, query } = call
  const amount = Number((query['amount'] ?? '').replace(',', '.'))
  try {
    const { stages } = await call.run(previewApproval, {
      chain,
      requesterId: query['requester'] ?? '',
      ...(query['beneficiary'] ? { beneficiaryId: query['beneficiary'] } : {}),
      ...(query['amount'] ? { amount } : {}),
      values: Object.fromEntries(
        fields.flatMap((field) => {
          const value = answerTyped(field, query[`with.${field.key}`])
          return value === undefined ? [] : [[field.key, value]]
        }),
      ),
    })
    if (stages.length === 0) return <Notice tone="info">{t('requests.process.previewNobody')}</Notice>
    return (
      <ol class="chain" aria-label={t('requests.process.preview')}>
        {stages.map((stage, n) => (
          <li key={n}>
            {stage.steps.map((step) => (
              <div key={step.key} class="chain-step">
                <b>{step.title}</b>
                <span class={step.isSkipped ? 'muted' : undefined}>
                  {step.isSkipped
                    ? t('requests.process.previewSkipped')
                    : step.people.map((one) => one.name).join(', ') || t('requests.process.previewDeclines')}
                </span>
                {step.people.some((one) => one.via !== 'named') && !step.isSkipped && (
                  <span class="small muted">{t(`requests.process.via.${step.people[0]?.via ?? 'named'}`)}</span>
                )}
              </div>
            ))}
          </li>
        ))}
      </ol>
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return <Notice tone="warn">{t('requests.process.previewFailed')}</Notice>
  }
}
