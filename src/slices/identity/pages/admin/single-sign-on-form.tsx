import type { z } from 'zod'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Fields, PageCall, PageView } from '../../../../ui/page.ts'
import type { ProviderView } from '../../views.ts'
import { formOf } from '../form.tsx'
import { words } from './person.tsx'

/** A provider to be added or changed. */
export function providerForm(call: PageCall, provider: z.output<typeof ProviderView> | null): PageView {
  const { t } = call
  const form = formOf(call)
  const title = provider?.name ?? t('identity.sso.new')
  const map = Object.entries(provider?.roleMap ?? {})
    .map(([value, role]) => `${value} = ${role}`)
    .join('\n')
  return {
    title,
    breadcrumbs: [{ label: t('identity.sso'), href: call.url('/admin/single-sign-on') }, { label: title }],
    view: (
      <div class="narrow stack">
        <PageHead title={title} />
        {provider && (
          <Notice title={t('identity.sso.callback')}>
            <code>{provider.callback}</code>
          </Notice>
        )}
        {form.summary}
        <Card>
          <form method="post" class="form">
            <TextInput
              t={t}
              name="name"
              label={t('identity.name')}
              hint={t('identity.sso.nameHint')}
              value={form.value('name', provider?.name)}
              error={form.error('name')}
            />
            {!provider && (
              <TextInput
                t={t}
                name="key"
                label={t('identity.key')}
                hint={t('identity.sso.keyHint')}
                value={form.value('key')}
                error={form.error('key')}
                width="medium"
              />
            )}
            <TextInput
              t={t}
              type="url"
              name="discoveryUrl"
              label={t('identity.sso.discovery')}
              hint={t('identity.sso.discoveryHint')}
              value={form.value('discoveryUrl', provider?.discoveryUrl)}
              error={form.error('discoveryUrl')}
            />
            <TextInput
              t={t}
              name="clientId"
              label={t('identity.sso.clientId')}
              value={form.value('clientId', provider?.clientId)}
              error={form.error('clientId')}
            />
            <TextInput
              t={t}
              type="password"
              name="clientSecret"
              label={t('identity.sso.clientSecret')}
              hint={provider ? t('identity.sso.secretKept') : undefined}
              optional={provider !== null}
              autocomplete="off"
              error={form.error('clientSecret')}
            />
            <TextInput
              t={t}
              name="scopes"
              label={t('identity.sso.scopes')}
              value={form.value('scopes', (provider?.scopes ?? ['openid', 'profile', 'email']).join(', '))}
              error={form.error('scopes')}
            />
            <TextInput
              t={t}
              name="roleClaim"
              label={t('identity.sso.roleClaim')}
              hint={t('identity.sso.roleClaimHint')}
              optional
              value={form.value('roleClaim', provider?.roleClaim)}
              error={form.error('roleClaim')}
              width="medium"
            />
            <TextArea
              t={t}
              name="roleMap"
              label={t('identity.sso.roleMap')}
              hint={t('identity.sso.roleMapHint')}
              optional
              value={form.value('roleMap', map)}
              error={form.error('roleMap')}
            />
            <Checkbox
              name="signUp"
              label={t('identity.sso.signUp')}
              checked={form.checked('signUp', provider?.signUp ?? true)}
            />
            <Checkbox
              name="enabled"
              label={t('identity.sso.enabled')}
              checked={form.checked('enabled', provider?.enabled ?? true)}
            />
            <FormActions>
              <Button look="primary" name="action" value="save">
                {t('identity.save')}
              </Button>
              {provider && (
                <Button look="quiet" name="action" value="delete" icon="trash-2" formnovalidate>
                  {t('identity.delete')}
                </Button>
              )}
            </FormActions>
          </form>
        </Card>
      </div>
    ),
  }
}

/** What the form says. */
export function contentOf(fields: Fields, key: string) {
  return {
    key,
    name: fields.get('name'),
    discoveryUrl: fields.get('discoveryUrl'),
    clientId: fields.get('clientId'),
    clientSecret: fields.get('clientSecret'),
    scopes: words(fields.get('scopes').replace(/\s+/g, ',')),
    roleClaim: fields.get('roleClaim'),
    roleMap: roleMapOf(fields.get('roleMap')),
    signUp: fields.has('signUp'),
    enabled: fields.has('enabled'),
  }
}

/** `value = role`, one a line. */
function roleMapOf(text: string): Record<string, string> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf('=')
      if (at < 1) throw refuse.field('roleMap', 'identity.sso.roleMapForm')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
