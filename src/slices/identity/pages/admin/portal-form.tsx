import { isLang, LANGS } from '../../../../kernel/lang.ts'
import { brandOf, colourOf, hexOf, type Oklch } from '../../../../ui/brand.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { Fields, PageCall } from '../../../../ui/page.ts'
import type { Texts } from '../../rules.ts'
import { LANGUAGE_NAMES } from '../account.tsx'
import { formOf } from '../form.tsx'
import { words } from './person.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

/** What this form sets of a portal. */
export interface Brand {
  names: Texts
  langs: ('de' | 'en' | 'el')[]
  hosts: string[]
  accent: Oklch
  signUp: boolean
  entryAudienceId: string | null
}

export function typedBrand(fields: Fields): Brand {
  const first = fields.get('firstLang')
  const langs = fields.all('langs').filter(isLang)
  return {
    names: textsOf(fields, 'names'),
    langs: isLang(first) && langs.includes(first) ? [first, ...langs.filter((lang) => lang !== first)] : langs,
    hosts: words(fields.get('hosts')),
    accent: colourOf(/^#[0-9a-f]{6}$/i.test(fields.get('accent')) ? fields.get('accent') : '#005f66'),
    signUp: fields.has('signUp'),
    entryAudienceId: fields.get('entryAudienceId') || null,
  }
}

interface PortalFormProps {
  call: PageCall
  brand: Brand
  isNew: boolean
  version: number
  logoFileId: string | null
  audiences: { id: string; name: string }[]
}

/** Name, languages, addresses, colour, logo, and who may enter. */
export function PortalForm({ call, brand, isNew, version, logoFileId, audiences }: PortalFormProps) {
  const { t } = call
  const form = formOf(call, 'save')
  const colour = brandOf(brand.accent)
  return (
    <form method="post" class="form" enctype={isNew ? undefined : 'multipart/form-data'}>
      {form.summary}
      <input type="hidden" name="version" value={version} />
      <Card title={t('identity.portal.brand')}>
        <TextsFields call={call} form={form} name="names" legend={t('identity.name')} texts={brand.names} />
        {isNew && (
          <TextInput
            t={t}
            name="key"
            label={t('identity.key')}
            hint={t('identity.portal.keyHint')}
            value={form.value('key')}
            error={form.error('key')}
            width="medium"
          />
        )}
        <TextInput
          t={t}
          type="color"
          name="accent"
          label={t('identity.portal.accent')}
          hint={t('identity.portal.accentHint')}
          value={form.value('accent', hexOf(brand.accent))}
          width="short"
        />
        <p>
          <img class="swatch" src={swatch(hexOf(colour.accent))} width="120" height="40" alt="" />{' '}
          {t('identity.portal.contrast', {
            light: call.format.number(round(colour.contrastLight)),
            dark: call.format.number(round(colour.contrastDark)),
          })}
          {colour.adjusted && <span class="hint"> {t('identity.portal.adjusted')}</span>}
        </p>
        {!isNew && (
          <FileInput
            t={t}
            name="logo"
            label={t('identity.portal.logo')}
            hint={t('identity.portal.logoHint')}
            optional
            accept="image/png,image/jpeg,image/webp,image/avif"
            error={form.error('logo')}
          />
        )}
        {logoFileId && (
          <>
            <img src={`/files/${logoFileId}/logo`} alt={t('identity.portal.logo')} width="64" height="64" />
            <Checkbox name="noLogo" label={t('identity.portal.noLogo')} />
          </>
        )}
      </Card>
      <Card title={t('identity.portal.langsAndAddresses')}>
        <CheckboxGroup
          t={t}
          name="langs"
          legend={t('identity.portal.langs')}
          choices={LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
          values={form.values('langs', brand.langs)}
          error={form.error('langs')}
        />
        <Select
          t={t}
          name="firstLang"
          label={t('identity.portal.firstLang')}
          options={LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
          value={form.value('firstLang', brand.langs[0])}
          width="medium"
        />
        <TextInput
          t={t}
          name="hosts"
          label={t('identity.portal.hosts')}
          hint={t('identity.portal.hostsHint')}
          optional
          value={form.value('hosts', brand.hosts.join(', '))}
          error={form.error('hosts') ?? form.error('hosts.0')}
        />
      </Card>
      <Card title={t('identity.portal.entry')}>
        <Select
          t={t}
          name="entryAudienceId"
          label={t('identity.portal.whoEnters')}
          empty={t('identity.portal.everybodyEnters')}
          options={audiences.map((one) => ({ value: one.id, label: one.name }))}
          value={form.value('entryAudienceId', brand.entryAudienceId)}
          error={form.error('entryAudienceId')}
          required={false}
        />
        <Checkbox
          name="signUp"
          label={t('identity.portal.signUp')}
          hint={t('identity.portal.signUpHint')}
          checked={form.checked('signUp', brand.signUp)}
        />
      </Card>
      <FormActions>
        <Button look="primary" name="action" value="save">
          {t('identity.save')}
        </Button>
        <Button name="action" value="preview" icon="palette" formnovalidate>
          {t('identity.portal.checkColour')}
        </Button>
      </FormActions>
    </form>
  )
}

function swatch(hex: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" rx="6" fill="${hex}"/><text x="60" y="26" font-family="sans-serif" font-size="16" fill="#fff" text-anchor="middle">Theke</text></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
