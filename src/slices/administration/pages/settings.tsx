import type { z } from 'zod'
import { LANGS, type Lang } from '../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../ui/page.ts'
import { readSettings } from '../operations/read-settings.ts'
import { setMailSender } from '../operations/set-mail-sender.ts'
import { LEGAL_PAGES, type LegalPage } from '../organisation.ts'

type Settings = z.output<typeof readSettings.output>

/** Settings of the whole installation: who mails come from, and the legal pages. */
export const settingsPage = definePage({
  path: '/admin/settings',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t } = call
    const settings = await call.run(readSettings, {})
    return {
      title: t('administration.settings.title'),
      view: (
        <>
          <PageHead title={t('administration.settings.title')} lead={t('administration.settings.lead')} />
          <section>
            <h2>{t('administration.legal.title')}</h2>
            <LegalTable call={call} settings={settings} />
          </section>
          <section class="section narrow">
            <h2>{t('administration.sender.title')}</h2>
            <SenderForm call={call} settings={settings} />
          </section>
        </>
      ),
    }
  },
  post: {
    async sender(call, fields) {
      const { get } = fields
      await call.run(setMailSender, {
        name: get('name'),
        address: get('address').trim(),
        replyTo: get('replyTo').trim(),
      })
      return goTo(call.url('/admin/settings'), 'administration.settings.saved')
    },
  },
})

function LegalTable({ call, settings }: { call: PageCall; settings: Settings }) {
  const { t } = call
  const rows = LEGAL_PAGES.map((page) => ({ page }))
  const cell = (page: LegalPage, lang: Lang) => {
    const isWritten = Boolean(settings.pages[page]?.[lang]?.text)
    return (
      <span class="row">
        <Tag tone={isWritten ? 'good' : 'warn'}>
          {t(isWritten ? 'administration.legal.written' : 'administration.legal.missing')}
        </Tag>
        <LinkButton href={call.url(`/admin/settings/pages/${page}/${lang}`)} size="small" icon="pencil">
          <span>
            {t('administration.legal.edit')}
            <span class="visually-hidden">
              {' '}
              {t(`administration.legal.${page}`)} {t(`ui.inLanguage.${lang}`)}
            </span>
          </span>
        </LinkButton>
      </span>
    )
  }
  return (
    <DataTable
      caption={t('administration.legal.title')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.page}
      columns={[
        {
          title: t('administration.legal.page'),
          head: true,
          cell: (row) => <a href={call.url(`/${row.page}`)}>{t(`administration.legal.${row.page}`)}</a>,
        },
        ...LANGS.map((lang) => ({
          title: t(`ui.inLanguage.${lang}`),
          cell: (row: { page: LegalPage }) => cell(row.page, lang),
        })),
      ]}
    />
  )
}

function SenderForm({ call, settings }: { call: PageCall; settings: Settings }) {
  const { t } = call
  const form = shownForm(t, call.form, 'sender')
  const { mailSender } = settings
  return (
    <form method="post" class="stack" novalidate>
      <ErrorSummary t={t} errors={form.errors} />
      {!settings.sendsMail && <Notice tone="warn">{t('administration.mails.noSmtp')}</Notice>}
      <TextInput
        {...form.field('name', mailSender.name)}
        label={t('administration.sender.name')}
        optional
        width="medium"
      />
      <TextInput
        {...form.field('address', mailSender.address)}
        type="email"
        label={t('administration.sender.address')}
        hint={t('administration.sender.addressHint')}
        optional
        width="medium"
      />
      <TextInput
        {...form.field('replyTo', mailSender.replyTo)}
        type="email"
        label={t('administration.sender.replyTo')}
        optional
        width="medium"
      />
      <FormActions reachable={false}>
        <Button name="action" value="sender" look="primary" icon="save">
          {t('administration.settings.save')}
        </Button>
      </FormActions>
    </form>
  )
}
