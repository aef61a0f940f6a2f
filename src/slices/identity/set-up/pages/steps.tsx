import type { ComponentChildren } from 'preact'
import type { Lang } from '../../../../kernel/lang.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Translate } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import type { Cookie, PageAnswer, PageCall } from '../../../../ui/page.ts'
import { readSetUp } from '../operations/read-set-up.ts'
import { type Answers, DRAFT_LIFETIME } from '../rules.ts'

/** The steps in their order, as they stand in addresses. */
export const STEPS = ['organisation', 'languages', 'brand', 'administrator'] as const
export type StepName = (typeof STEPS)[number]

const COOKIE = 'theke_set_up'

/** The secret of whoever knew the code, kept by their browser. */
export function secretOf(call: PageCall): string {
  return call.cookies[COOKIE] ?? ''
}

export function secretCookie(secret: string): Cookie {
  return { name: COOKIE, value: secret, maxAge: secret ? DRAFT_LIFETIME : 0 }
}

export function stepUrl(call: PageCall, step: StepName): string {
  return call.url(`/set-up/${step}`)
}

/** What a language is called in the reader's own. */
export function languageName(call: PageCall, lang: Lang): string {
  return new Intl.DisplayNames(call.lang, { type: 'language' }).of(lang) ?? lang
}

/** What has been answered before this step; where to go instead when somebody has not come this far. */
export async function answersBefore(
  call: PageCall,
  step: StepName,
): Promise<{ answers: Answers } | { redirect: string }> {
  const { answers } = await call.run(readSetUp, { secret: secretOf(call) || null })
  if (!answers) return { redirect: call.url('/set-up') }
  const missing = STEPS.slice(0, STEPS.indexOf(step)).find((earlier) => !answers[earlier as keyof Answers])
  return missing ? { redirect: stepUrl(call, missing) } : { answers }
}

/** Runs a step; whoever comes too late is told so, where they can go on. */
export async function unlessOver(call: PageCall, run: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.reason === 'identity.set_up_done')
      return {
        redirect: call.url('/sign-in'),
        flash: { kind: 'warn', key: 'identity.setUp.over' },
        cookies: [secretCookie('')],
      }
    if (error.reason === 'identity.set_up_lost')
      return {
        redirect: call.url('/set-up'),
        flash: { kind: 'warn', key: 'identity.setUp.lost' },
        cookies: [secretCookie('')],
      }
    throw error
  }
}

interface StepProps {
  call: PageCall
  step: StepName
  /** The form's fields. */
  children: (form: ShownForm, t: Translate) => ComponentChildren
  files?: boolean
  last?: boolean
}

/** One step: what it is about, its form, and the ways on and back. */
export function StepView({ call, step, children, files, last }: StepProps) {
  const { t } = call
  const form = shownForm(t, call.form)
  const number = STEPS.indexOf(step) + 1
  const before = STEPS[number - 2]
  return (
    <div class="narrow stack">
      <PageHead
        above={<span class="muted">{t('identity.setUp.step', { number, of: STEPS.length })}</span>}
        title={t(`identity.setUp.${step}.title`)}
        lead={t(`identity.setUp.${step}.lead`)}
      />
      <form method="post" class="stack" enctype={files ? 'multipart/form-data' : undefined} novalidate>
        <FormMessages t={t} form={form} />
        {children(form, t)}
        <FormActions>
          <Button look="primary" icon={last ? 'check' : undefined}>
            {t(last ? 'identity.setUp.finish' : 'identity.setUp.next')}
          </Button>
          {before && <a href={stepUrl(call, before)}>{t('identity.setUp.back')}</a>}
        </FormActions>
      </form>
    </div>
  )
}
