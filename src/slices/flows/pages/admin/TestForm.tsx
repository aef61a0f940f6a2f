import type { z } from 'zod'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import type { Step, TestCase } from '../../definition.ts'
import type { DraftView } from '../../draft-view.ts'
import { NONE, reachedFrom } from '../../rules.ts'
import { textAndLang } from '../../texts.ts'
import { flowUrl } from './addresses.ts'
import { nameOfStep } from './Outline.tsx'

type Test = DraftView['definition']['tests'][number]

interface Props {
  call: PageCall
  draft: DraftView
  audiences: readonly { key: string; title: string }[]
  /** The test case that is changed; a new one without it. */
  test: Test | undefined
}

/** Stands in forms for "none of these", which a choice without an answer would be taken for. */
const NOTHING = '-'

/** A test case: at every question an answer to choose, left open where the way does not lead there. */
export function TestForm({ call, draft, audiences, test }: Props) {
  const { t } = call
  const form = shownForm(t, call.form, test ? 'change' : 'add')
  const reached = [...reachedFrom(draft.definition).keys()]
  const asked = draft.definition.steps
    .filter(({ kind }) => !['say', 'check', 'end'].includes(kind))
    .sort((a, b) => reached.indexOf(a.id) - reached.indexOf(b.id))
  const ends = draft.definition.steps.filter(({ kind }) => kind === 'end')
  return (
    <div id="test">
      <Card title={test ? t('flows.tests.change', { name: test.name }) : t('flows.tests.new')}>
        <form method="post" class="stack">
          <FormMessages t={t} form={form} />
          <input type="hidden" name="revision" value={draft.revision} />
          {test && <input type="hidden" name="was" value={test.name} />}
          <TextInput {...form.field('edit.test.name', test?.name)} label={t('flows.tests.name')} maxLength={120} />
          <p class="hint">{t('flows.tests.answersHint')}</p>
          <input type="hidden" name="answers.rows" value={asked.length} />
          {asked.map((step, n) => (
            <GivenAnswer key={step.id} call={call} form={form} step={step} name={`answers.${n}`} test={test} />
          ))}
          {audiences.length > 0 && (
            <CheckboxGroup
              t={t}
              name="audiences"
              legend={t('flows.tests.audiences')}
              optional
              values={form.values('audiences', test?.audiences)}
              choices={audiences.map(({ key, title }) => ({ value: key, label: title }))}
            />
          )}
          <Checkbox
            name="signedIn"
            label={t('flows.tests.signedIn')}
            checked={form.checked('signedIn', test?.signedIn)}
          />
          <Select
            {...form.field('edit.test.end', test?.end)}
            label={t('flows.tests.end')}
            empty={t('flows.choose')}
            options={ends.map((step) => ({ value: step.id, label: nameOfStep(call, step) }))}
          />
          <FormActions>
            <Button icon={test ? 'save' : 'plus'} name="action" value={test ? 'change' : 'add'}>
              {t(test ? 'flows.edit.save' : 'flows.tests.add')}
            </Button>
            {test && (
              <LinkButton look="quiet" href={flowUrl(call, draft.key, 'tests')}>
                {t('flows.edit.cancel')}
              </LinkButton>
            )}
          </FormActions>
        </form>
      </Card>
    </div>
  )
}

interface AnswerProps {
  call: PageCall
  form: ShownForm
  step: Step
  name: string
  test: Test | undefined
}

function GivenAnswer({ call, form, step, name, test }: AnswerProps) {
  const { t } = call
  const given = test?.answers.find((one) => one.step === step.id)?.value
  const shown = given === NONE && step.kind === 'lookup' ? NOTHING : given
  const field = { ...form.field(`${name}.value`, shown), label: nameOfStep(call, step), optional: true }
  return (
    <>
      <input type="hidden" name={`${name}.step`} value={step.id} />
      {step.kind === 'choice' || step.kind === 'lookup' ? (
        <Select {...field} empty={t('flows.tests.open')} options={optionsOf(call, step)} />
      ) : (
        <TextInput {...field} width="medium" hint={step.kind === 'date' ? t('flows.tests.dayHint') : undefined} />
      )}
    </>
  )
}

function optionsOf({ t, lang }: PageCall, step: Step) {
  if (step.kind === 'choice')
    return step.options.map(({ id, label }) => ({ value: id, label: textAndLang(label, lang).text || id }))
  return [
    { value: 'one', label: t('flows.tests.some') },
    { value: NOTHING, label: t('flows.answer.none') },
  ]
}

/** The test case as it was filled in. */
export function testOf(fields: Fields): z.input<typeof TestCase> {
  const rows = Math.min(Number(fields.get('answers.rows')) || 0, 200)
  const answers = Array.from({ length: rows }, (_, n) => ({
    step: fields.get(`answers.${n}.step`),
    value: fields.get(`answers.${n}.value`).trim(),
  })).filter(({ value }) => value !== '')
  return {
    name: fields.get('edit.test.name'),
    answers: answers.map((one) => (one.value === NOTHING ? { ...one, value: NONE } : one)),
    audiences: fields.all('audiences'),
    signedIn: fields.has('signedIn'),
    end: fields.get('edit.test.end'),
  }
}
