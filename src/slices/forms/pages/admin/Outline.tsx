import type { Field, FormDefinition } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { classes } from '../../../../ui/classes.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import { Island } from '../../../../ui/island.tsx'
import type { PageCall } from '../../../../ui/page.ts'

export const TYPE_ICONS: Record<Field['type'], IconName> = {
  text: 'text-cursor-input',
  longText: 'text',
  choice: 'list-checks',
  yesNo: 'circle-check',
  number: 'hash',
  date: 'calendar-days',
  file: 'paperclip',
  person: 'user-round',
  asset: 'laptop',
  account: 'credit-card',
  address: 'map-pin',
  table: 'table',
  computed: 'calculator',
  note: 'info',
}

interface OutlineProps {
  call: PageCall
  form: FormDefinition
  version: number
  /** Key of the field that is being worked on. */
  at: string | null
  /** Id of the page that is being worked on, when no field is. */
  page: string | null
  /** Keys and ids with problems. */
  troubled: ReadonlySet<string>
}

/** The form at a glance: pages and fields, the one at hand with its buttons. */
export function Outline({ call, form, version, at, page: pageAt, troubled }: OutlineProps) {
  const { t, lang } = call
  const href = (what: 'at' | 'page', to: string) => `${call.url(call.path)}?${what}=${to}`
  return (
    <nav class="builder-outline" aria-label={t('forms.outline.title')}>
      <Island name="form-outline" props={{ base: version }}>
        <a
          class="builder-entry form-itself"
          href={call.url(call.path)}
          aria-current={at === null && pageAt === null ? 'true' : undefined}
        >
          <Icon name="file-text" />
          {inLang(form.title, lang)}
        </a>
        <ol class="builder-pages">
          {form.pages.map((page, n) => (
            <li key={page.id} data-page={page.id}>
              <a
                class="builder-entry page-itself"
                href={href('page', page.id)}
                aria-current={pageAt === page.id ? 'true' : undefined}
              >
                <span class="num">{n + 1}</span>
                <span>{inLang(page.title, lang)}</span>
                {troubled.has(page.id) && <Trouble call={call} />}
              </a>
              {pageAt === page.id && (
                <Buttons call={call} version={version} what="Page" at={page.id} about={inLang(page.title, lang)} />
              )}
              <ol class="builder-fields" data-fields={page.id}>
                {page.fields.map((field) => (
                  <FieldEntry
                    key={field.key}
                    call={call}
                    field={field}
                    version={version}
                    isCurrent={at === field.key}
                    isTroubled={troubled.has(field.key)}
                    href={href('at', field.key)}
                  />
                ))}
              </ol>
              <a class="builder-add" href={href('page', page.id)}>
                <Icon name="plus" />
                {t('forms.outline.addField')}
              </a>
            </li>
          ))}
        </ol>
        <form method="post">
          <input type="hidden" name="base" value={version} />
          <Button name="action" value="addPage" size="small" icon="file-plus" wide>
            {t('forms.outline.addPage')}
          </Button>
        </form>
      </Island>
    </nav>
  )
}

interface EntryProps {
  call: PageCall
  field: Field
  version: number
  isCurrent: boolean
  isTroubled: boolean
  href: string
}

function FieldEntry({ call, field, version, isCurrent, isTroubled, href }: EntryProps) {
  const { t, lang } = call
  const label = inLang(field.label, lang)
  const isOptional = 'required' in field && !field.required
  return (
    <li data-field={field.key}>
      <a
        class={classes('builder-entry', isOptional && 'is-optional')}
        href={href}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <Icon name={TYPE_ICONS[field.type]} />
        <span>
          <span class="visually-hidden">{t(`forms.type.${field.type}`)}: </span>
          {label}
        </span>
        {field.when && (
          <span class="builder-mark" title={t('forms.outline.conditional')}>
            <Icon name="git-branch" />
            <span class="visually-hidden">{t('forms.outline.conditional')}</span>
          </span>
        )}
        {isTroubled && <Trouble call={call} />}
      </a>
      {isCurrent && <Buttons call={call} version={version} what="Field" at={field.key} about={label} />}
    </li>
  )
}

function Trouble({ call }: { call: PageCall }) {
  return (
    <span class="builder-mark bad">
      <Icon name="triangle-alert" />
      <span class="visually-hidden">{call.t('forms.outline.trouble')}</span>
    </span>
  )
}

function Buttons({
  call,
  version,
  what,
  at,
  about,
}: {
  call: PageCall
  version: number
  what: 'Page' | 'Field'
  at: string
  about: string
}) {
  const { t } = call
  const button = (action: string, icon: IconName, text: string) => (
    <Button name="action" value={action} look="quiet" size="small" icon={icon}>
      <span class="visually-hidden">{text}</span>
    </Button>
  )
  return (
    <form method="post" class="builder-buttons">
      <input type="hidden" name="base" value={version} />
      <input type="hidden" name="at" value={at} />
      {button(`up${what}`, 'arrow-up', t('forms.outline.up', { what: about }))}
      {button(`down${what}`, 'arrow-down', t('forms.outline.down', { what: about }))}
      {what === 'Field' && button('duplicateField', 'copy', t('forms.outline.duplicate', { what: about }))}
      {button(`remove${what}`, 'trash-2', t('forms.outline.remove', { what: about }))}
    </form>
  )
}
