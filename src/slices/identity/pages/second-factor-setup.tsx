import { refuse } from '../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall, type PageView } from '../../../ui/page.ts'
import { finishSecondFactor } from '../operations/finish-second-factor.ts'
import { renewRecoveryCodes } from '../operations/renew-recovery-codes.ts'
import { startSecondFactor } from '../operations/start-second-factor.ts'
import { formOf } from './form.tsx'
import { cookiesOf } from './signing-in.ts'

/** Switches the second factor on: password, then picture and recovery codes, then a first code. */
export const secondFactorSetupPage = definePage({
  path: '/account/security/second-factor',
  open: true,
  requires: 'signed-in',
  get(call) {
    if (call.form?.action === 'finish') return page(call, <FirstCode call={call} />)
    return page(call, <AskPassword call={call} lead={call.t('identity.factor.setupLead')} />)
  },
  post: {
    async start(call, fields) {
      const { secret, picture, recoveryCodes } = await call.run(startSecondFactor, { password: fields.get('password') })
      return page(
        call,
        <>
          <Card title={call.t('identity.factor.step1')}>
            <p>{call.t('identity.factor.scan')}</p>
            <img class="qr" width="220" height="220" alt={call.t('identity.factor.pictureAlt')} src={svgUrl(picture)} />
            <p>
              {call.t('identity.factor.orType')} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
          </Card>
          <RecoveryCodes call={call} codes={recoveryCodes} />
          <FirstCode call={call} />
        </>,
      )
    },
    async finish(call, fields) {
      const { outcome, keep } = await call.run(finishSecondFactor, { code: fields.get('code') })
      if (outcome === 'wrong') throw refuse.field('code', 'identity.code.wrong')
      return { ...goTo(call.url('/account/security'), 'identity.factor.started'), cookies: cookiesOf(keep) } as never
    },
  },
})

/** Makes new recovery codes and shows them once. */
export const recoveryCodesPage = definePage({
  path: '/account/security/recovery-codes',
  open: true,
  requires: 'signed-in',
  get: (call) => page(call, <AskPassword call={call} lead={call.t('identity.factor.renewLead')} />),
  post: {
    async start(call, fields) {
      const { recoveryCodes } = await call.run(renewRecoveryCodes, { password: fields.get('password') })
      return page(
        call,
        <>
          <RecoveryCodes call={call} codes={recoveryCodes} />
          <LinkButton href={call.url('/account/security')}>{call.t('identity.done')}</LinkButton>
        </>,
      )
    },
  },
})

function page(call: PageCall, content: preact.ComponentChildren): PageView {
  const { t } = call
  return {
    title: t('identity.factor.name'),
    breadcrumbs: [
      { label: t('identity.account.title'), href: call.url('/account') },
      { label: t('identity.account.security'), href: call.url('/account/security') },
      { label: t('identity.factor.name') },
    ],
    view: (
      <div class="narrow stack">
        <PageHead title={t('identity.factor.name')} />
        {content}
      </div>
    ),
  }
}

function AskPassword({ call, lead }: { call: PageCall; lead: string }) {
  const { t } = call
  const form = formOf(call, 'start')
  return (
    <>
      <p>{lead}</p>
      {form.summary}
      <Card>
        <form method="post" class="form">
          <TextInput
            t={t}
            type="password"
            name="password"
            label={t('identity.password')}
            autocomplete="current-password"
            error={form.error('password')}
          />
          <FormActions>
            <Button look="primary" name="action" value="start">
              {t('identity.next')}
            </Button>
          </FormActions>
        </form>
      </Card>
    </>
  )
}

function FirstCode({ call }: { call: PageCall }) {
  const { t } = call
  const form = formOf(call, 'finish')
  return (
    <>
      {form.summary}
      <Card title={t('identity.factor.step3')}>
        <form method="post" class="form">
          <TextInput
            t={t}
            name="code"
            label={t('identity.factor.firstCode')}
            inputMode="numeric"
            autocomplete="one-time-code"
            width="short"
            error={form.error('code')}
          />
          <FormActions>
            <Button look="primary" name="action" value="finish">
              {t('identity.factor.start')}
            </Button>
          </FormActions>
        </form>
      </Card>
    </>
  )
}

function RecoveryCodes({ call, codes }: { call: PageCall; codes: string[] }) {
  const { t } = call
  return (
    <Card title={t('identity.factor.step2')}>
      <Notice tone="warn">{t('identity.factor.keepCodes')}</Notice>
      <ul class="columns">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function svgUrl(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
