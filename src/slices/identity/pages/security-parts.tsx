import type { z } from 'zod'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DateTime } from '../../../ui/components/DateTime.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { readSecurity } from '../operations/read-security.ts'
import { formOf } from './form.tsx'

interface PartProps {
  call: PageCall
  security: z.output<(typeof readSecurity)['output']>
}

export function PasswordPart({ call, security }: PartProps) {
  const { t } = call
  const form = formOf(call, 'password')
  const open = call.form?.action === 'password'
  return (
    <Card title={t('identity.password')}>
      {!security.password && <p>{t('identity.security.noPassword')}</p>}
      <Disclosure
        title={security.password ? t('identity.security.changePassword') : t('identity.security.firstPassword')}
        open={open}
      >
        {form.summary}
        <form method="post" class="form">
          {security.password && (
            <TextInput
              t={t}
              type="password"
              name="current-password"
              label={t('identity.security.current')}
              autocomplete="current-password"
              error={form.error('current-password')}
            />
          )}
          <TextInput
            t={t}
            type="password"
            name="password"
            label={t('identity.newPassword.label')}
            hint={t('identity.password.hint')}
            autocomplete="new-password"
            error={form.error('password')}
          />
          <p class="hint">{t('identity.security.signsOut')}</p>
          <FormActions reachable={false}>
            <Button look="primary" name="action" value="password">
              {t('identity.save')}
            </Button>
          </FormActions>
        </form>
      </Disclosure>
    </Card>
  )
}

export function PasskeyPart({ call, security }: PartProps) {
  const { t, format } = call
  return (
    <Card title={t('identity.passkeys')}>
      <p>{t('identity.passkeys.text')}</p>
      {security.passkeys.length > 0 && (
        <ul class="check-list">
          {security.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <form method="post" class="row spread">
                <span>
                  {passkey.name}{' '}
                  <span class="muted">
                    <DateTime format={format} at={passkey.createdAt} as="dayShort" />
                  </span>
                </span>
                <input type="hidden" name="id" value={passkey.id} />
                <Button
                  look="quiet"
                  size="small"
                  name="action"
                  value="remove-passkey"
                  aria-label={t('identity.passkey.remove', { name: passkey.name ?? '' })}
                >
                  {t('identity.remove')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Island
        name="passkey"
        props={{ way: 'add', label: t('identity.passkey.add'), failed: t('identity.passkey.aborted') }}
      >
        <p class="hint">{t('identity.passkey.needsScript')}</p>
      </Island>
    </Card>
  )
}

export function SecondFactorPart({ call, security }: PartProps) {
  const { t } = call
  const form = formOf(call, 'stop-factor')
  return (
    <Card title={t('identity.factor.name')}>
      <p>
        {security.secondFactor ? (
          <Tag tone="good" icon="shield-check">
            {t('identity.factor.isOn')}
          </Tag>
        ) : (
          t('identity.factor.text')
        )}
      </p>
      {security.secondFactor ? (
        <>
          <p>
            <LinkButton href={call.url('/account/security/recovery-codes')}>
              {t('identity.factor.renewCodes')}
            </LinkButton>
          </p>
          <Disclosure title={t('identity.factor.stop')} open={call.form?.action === 'stop-factor'}>
            {form.summary}
            <form method="post" class="form">
              <TextInput
                t={t}
                type="password"
                name="factor-password"
                label={t('identity.password')}
                autocomplete="current-password"
                error={form.error('factor-password')}
              />
              <FormActions reachable={false}>
                <Button look="danger" name="action" value="stop-factor">
                  {t('identity.factor.stop')}
                </Button>
              </FormActions>
            </form>
          </Disclosure>
        </>
      ) : security.password ? (
        <LinkButton href={call.url('/account/security/second-factor')} icon="shield-check">
          {t('identity.factor.start')}
        </LinkButton>
      ) : (
        <p class="hint">{t('identity.factor.needsPassword')}</p>
      )}
    </Card>
  )
}

export function SessionsPart({ call, security }: PartProps) {
  const { t, format } = call
  return (
    <Card title={t('identity.sessions')}>
      <ul class="check-list">
        {security.sessions.map((session) => (
          <li key={session.id}>
            <form method="post" class="row spread">
              <span>
                {session.device || t('identity.sessions.unknownDevice')}
                <br />
                <span class="muted small">
                  {t('identity.sessions.used')} <DateTime format={format} at={session.usedAt} as="ago" />
                </span>
              </span>
              {session.current ? (
                <Tag tone="accent">{t('identity.sessions.here')}</Tag>
              ) : (
                <>
                  <input type="hidden" name="id" value={session.id} />
                  <Button
                    look="quiet"
                    size="small"
                    name="action"
                    value="end-session"
                    aria-label={t('identity.sessions.endOne', {
                      device: session.device || t('identity.sessions.unknownDevice'),
                    })}
                  >
                    {t('identity.sessions.end')}
                  </Button>
                </>
              )}
            </form>
          </li>
        ))}
      </ul>
      {security.sessions.length > 1 && (
        <form method="post">
          <Button name="action" value="end-others" icon="log-out">
            {t('identity.sessions.endOthers')}
          </Button>
        </form>
      )}
    </Card>
  )
}
