import type { ComponentChildren } from 'preact'
import { AnswerButtons } from '../../../ui/components/AnswerButtons.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DateInput } from '../../../ui/components/DateInput.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { LangLabel } from '../../../ui/components/LangFragment.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { Prose } from '../../../ui/components/Prose.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { htmlOf } from '../texts.ts'
import type { StepView } from '../views.ts'

const HEADING = 'flow-question'

/** A step with everything to answer it. Works as a plain form. */
export function StepForm({ call, step, level }: { call: PageCall; step: StepView; level: 1 | 2 }) {
  const { t } = call
  const form = shownForm(t, call.form)
  return (
    <div class="flow-step">
      <StepText call={call} step={step} level={level} />
      <form method="post" class="stack" novalidate>
        <FormMessages t={t} form={form} />
        <input type="hidden" name="step" value={step.id} />
        <Answer call={call} step={step} />
      </form>
    </div>
  )
}

/** What a step says: question, picture, text, and the way to have it read aloud. */
export function StepText({
  call,
  step,
  level,
  above,
}: {
  call: PageCall
  step: StepView
  level: 1 | 2
  above?: ComponentChildren
}) {
  const { t } = call
  const Heading = `h${level}` as 'h1'
  const lang = step.lang === call.lang ? undefined : step.lang
  return (
    <div class="stack">
      {above}
      <Heading id={HEADING} lang={lang}>
        {step.title}
      </Heading>
      <LangLabel t={t} page={call.lang} lang={step.lang} />
      {step.picture && <img class="flow-picture" src={step.picture.url} alt={step.picture.alt} lang={lang} />}
      {step.body && <Prose html={htmlOf(step.body, (path) => call.url(path))} lang={lang} />}
      <div class="row">
        <Island
          name="read-aloud"
          props={{
            text: step.spoken,
            lang: step.lang,
            read: t('flows.step.readAloud'),
            stop: t('flows.step.stopReading'),
          }}
        />
      </div>
    </div>
  )
}

function Answer({ call, step }: { call: PageCall; step: StepView }) {
  const { t } = call
  const form = shownForm(t, call.form)
  // The question is the label: it stands above as a heading, and is named again only for those who do not see it there.
  const field = { ...form.field('value'), label: step.title, hideLabel: true }
  const next = (
    <div>
      <Button look="primary">{t('flows.step.next')}</Button>
    </div>
  )
  if (step.kind === 'choice' || step.kind === 'lookup')
    return (
      <>
        {step.signInHelps && <SignIn call={call} />}
        <AnswerButtons name="value" labelledBy={HEADING} answers={step.choices} lang={step.lang} />
      </>
    )
  if (step.kind === 'number')
    return (
      <>
        <TextInput
          {...field}
          inputMode="decimal"
          width="short"
          affix={step.input.unit || undefined}
          hint={limits(call, step)}
          autocomplete="off"
        />
        {next}
      </>
    )
  if (step.kind === 'date')
    return (
      <>
        <DateInput
          {...field}
          min={step.input.min ?? undefined}
          max={step.input.max ?? undefined}
          hint={limits(call, step)}
        />
        {next}
      </>
    )
  if (step.kind === 'text')
    return (
      <>
        {step.input.long ? (
          <TextArea {...field} rows={4} maxLength={4000} optional={step.input.optional} />
        ) : (
          <TextInput {...field} width="full" maxLength={300} optional={step.input.optional} />
        )}
        {next}
      </>
    )
  return next
}

/** What numbers and days may be, in words. */
function limits({ t, format }: PageCall, { kind, input: { min, max } }: StepView): string | undefined {
  const say = (value: string) => (kind === 'date' ? format.dayShort(value) : format.number(Number(value)))
  if (min && max) return t('flows.step.between', { min: say(min), max: say(max) })
  if (min) return t('flows.step.from', { min: say(min) })
  return max ? t('flows.step.until', { max: say(max) }) : undefined
}

/** Whoever signs in chooses instead of typing; nobody has to. */
function SignIn({ call }: { call: PageCall }) {
  const { t } = call
  return (
    <Notice
      tone="info"
      end={
        <LinkButton
          size="small"
          icon="log-in"
          href={`${call.url('/sign-in')}?next=${encodeURIComponent(call.url(call.path))}`}
        >
          {t('flows.step.signIn')}
        </LinkButton>
      }
    >
      {t('flows.step.signInHelps')}
    </Notice>
  )
}
