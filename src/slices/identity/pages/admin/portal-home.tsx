import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import { changePortal } from '../../operations/change-portal.ts'
import { readPortal } from '../../operations/read-portal.ts'
import type { Home } from '../../portal-definition.ts'
import { textIn } from '../../rules.ts'
import { type FormShown, formOf } from '../form.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

/** How many there may be of each; the editor always shows one empty place more. */
const MOST = { asked: 6, tiles: 12, popular: 12 }

/** What the home page of a portal says. */
export const portalHomePage = definePage({
  path: '/admin/portals/:key/home',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const portal = await call.run(readPortal, { key: call.params['key'] ?? '' })
    const form = formOf(call)
    const { home } = portal
    return {
      title: t('identity.home.edit'),
      breadcrumbs: [
        { label: t('identity.portals'), href: call.url('/admin/portals') },
        { label: portal.name, href: call.url(`/admin/portals/${portal.key}`) },
        { label: t('identity.home.edit') },
      ],
      view: (
        <div class="narrow stack">
          <PageHead
            title={t('identity.home.edit')}
            lead={portal.name}
            actions={
              <LinkButton href={`${portal.isDefault ? '' : `/${portal.key}`}/${portal.langs[0]}`} icon="external-link">
                {t('identity.portal.open')}
              </LinkButton>
            }
          />
          {form.summary}
          <form method="post" class="form">
            <input type="hidden" name="version" value={portal.version} />
            <Card title={t('identity.home.texts')}>
              <TextsFields
                call={call}
                form={form}
                name="greeting"
                legend={t('identity.home.greeting')}
                texts={home.greeting}
                optional
              />
              <TextsFields
                call={call}
                form={form}
                name="lead"
                legend={t('identity.home.lead')}
                texts={home.lead}
                optional
              />
              <TextsFields
                call={call}
                form={form}
                name="placeholder"
                legend={t('identity.home.placeholder')}
                texts={home.placeholder}
                optional
              />
            </Card>
            <Entries call={call} form={form} name="asked" title={t('identity.home.asked')} entries={home.asked} />
            <Tiles call={call} form={form} tiles={home.tiles} />
            <Entries call={call} form={form} name="popular" title={t('identity.home.popular')} entries={home.popular} />
            <FormActions>
              <Button look="primary">{t('identity.save')}</Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async default(call, fields) {
      await call.run(changePortal, {
        key: call.params['key'] ?? '',
        version: fields.get('version'),
        home: {
          greeting: textsOf(fields, 'greeting'),
          lead: textsOf(fields, 'lead'),
          placeholder: textsOf(fields, 'placeholder'),
          asked: entriesOf(fields, 'asked'),
          popular: entriesOf(fields, 'popular'),
          tiles: entriesOf(fields, 'tiles').map(({ link, text, at }) => ({
            link,
            title: text,
            icon: fields.get(`tiles.${at}.icon`),
            note: textsOf(fields, `tiles.${at}.note`),
          })),
        },
      })
      return goTo(call.url(call.path), 'identity.saved')
    },
  },
})

type Entry = Home['asked'][number]

interface EntriesProps {
  call: PageCall
  form: FormShown
  name: 'asked' | 'popular'
  title: string
  entries: Entry[]
}

function Entries({ call, form, name, title, entries }: EntriesProps) {
  const { t } = call
  const places = [...entries, { link: '', text: {} }].slice(0, MOST[name])
  return (
    <Card title={title}>
      {places.map((entry, n) => (
        <Disclosure key={`${name}${n}`} title={textIn(entry.text, call.lang, t('identity.home.add'))}>
          <div class="form">
            <LinkField
              call={call}
              form={form}
              name={`${name}.${n}.link`}
              issue={`home.${name}.${n}.link`}
              link={entry.link}
            />
            <TextsFields
              call={call}
              form={form}
              name={`${name}.${n}.text`}
              legend={t('identity.home.text')}
              texts={entry.text}
              optional
            />
          </div>
        </Disclosure>
      ))}
    </Card>
  )
}

function Tiles({ call, form, tiles }: { call: PageCall; form: FormShown; tiles: Home['tiles'] }) {
  const { t } = call
  const places = [...tiles, { link: '', icon: 'file-text', title: {}, note: {} }].slice(0, MOST.tiles)
  return (
    <Card title={t('identity.home.tiles')}>
      {places.map((tile, n) => (
        <Disclosure key={`tile${n}`} title={textIn(tile.title, call.lang, t('identity.home.add'))}>
          <div class="form">
            <LinkField
              call={call}
              form={form}
              name={`tiles.${n}.link`}
              issue={`home.tiles.${n}.link`}
              link={tile.link}
            />
            <Select
              t={t}
              name={`tiles.${n}.icon`}
              label={t('identity.home.icon')}
              options={ICON_NAMES.map((icon) => ({ value: icon, label: icon }))}
              value={form.value(`tiles.${n}.icon`, tile.icon)}
              width="medium"
            />
            <TextsFields
              call={call}
              form={form}
              name={`tiles.${n}.text`}
              legend={t('identity.home.text')}
              texts={tile.title}
              optional
            />
            <TextsFields
              call={call}
              form={form}
              name={`tiles.${n}.note`}
              legend={t('identity.home.note')}
              texts={tile.note}
              optional
            />
          </div>
        </Disclosure>
      ))}
    </Card>
  )
}

function LinkField(props: { call: PageCall; form: FormShown; name: string; issue: string; link: string }) {
  const { call, form, name, issue, link } = props
  return (
    <TextInput
      t={call.t}
      name={name}
      label={call.t('identity.home.link')}
      hint={call.t('identity.home.linkHint')}
      required={false}
      value={form.value(name, link)}
      error={form.error(issue)}
    />
  )
}

/** Entries with a link; emptied ones are gone. */
function entriesOf(fields: Fields, name: keyof typeof MOST) {
  return Array.from({ length: MOST[name] }, (_, at) => at)
    .map((at) => ({ at, link: fields.get(`${name}.${at}.link`).trim(), text: textsOf(fields, `${name}.${at}.text`) }))
    .filter((entry) => entry.link !== '')
}
