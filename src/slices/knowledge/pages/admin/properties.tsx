import type { z } from 'zod'
import { isLang } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { addFiles } from '../../operations/add-files.ts'
import { changeArticle } from '../../operations/change-article.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { removeAttachment } from '../../operations/remove-attachment.ts'
import { renameArticle } from '../../operations/rename-article.ts'
import { KINDS } from '../../views.ts'
import { addressOf } from './addresses.ts'
import { ArticleTabs } from './article-tabs.tsx'
import { indented, options } from './choices.ts'
import { endOfDay, lastDayBefore } from './local-time.ts'

type Editing = z.output<typeof readForEditing.output>
type Choices = z.output<typeof listChoices.output>

/** What is common to all translations of an article: where it belongs, who reads it, who keeps it, until when; and its addresses. */
export const propertiesPage = definePage({
  path: '/admin/articles/:id/properties',
  uploads: {},
  layout: 'admin',
  requires: 'knowledge.write',
  async get(call) {
    const { t } = call
    const article = await call.run(readForEditing, place(call))
    const choices = await call.run(listChoices, {})
    const { title } = article.translation.content
    return {
      title: `${t('knowledge.admin.tab.properties')}: ${title}`,
      noIndex: true,
      breadcrumbs: [
        { label: t('knowledge.nav.articles'), href: call.url('/admin/articles') },
        { label: title, href: addressOf(call, `/admin/articles/${article.id}`, { lang: article.translation.lang }) },
        { label: t('knowledge.admin.tab.properties') },
      ],
      view: (
        <>
          <PageHead title={<span lang={article.translation.lang}>{title}</span>} />
          <ArticleTabs call={call} id={article.id} lang={article.translation.lang} current="properties" />
          <div class="columns">
            <Properties call={call} article={article} choices={choices} />
            <aside class="side">
              <Addresses call={call} article={article} />
              <Attachments call={call} article={article} />
            </aside>
          </div>
        </>
      ),
    }
  },
  post: {
    async save(call, fields) {
      const audience = fields.get('audience')
      const expires = fields.get('expiresAt')
      await call.run(changeArticle, {
        id: place(call).id,
        kind: fields.get('kind') as 'faq',
        category: fields.get('category'),
        audience: audience === 'everyone' ? null : audience,
        owner: fields.optional('owner') ?? null,
        products: fields.all('products'),
        checkEvery: fields.optional('checkEvery') ?? null,
        expiresAt: expires ? endOf(call, expires) : null,
      })
      return back(call, 'knowledge.flash.properties')
    },
    async rename(call, fields) {
      await call.run(renameArticle, { id: place(call).id, lang: fields.get('lang') as 'de', slug: fields.get('slug') })
      return back(call, 'knowledge.flash.renamed')
    },
    async attach(call, fields) {
      const files = fields.files('file').map((file) => file.id)
      await call.run(addFiles, {
        id: place(call).id,
        files,
        as: 'attachment',
        lang: (fields.optional('fileLang') ?? null) as 'de' | null,
      })
      return back(call, 'knowledge.flash.attached')
    },
    async detach(call, fields) {
      await call.run(removeAttachment, { id: place(call).id, file: fields.get('file') })
      return back(call, 'knowledge.flash.detached')
    },
  },
})

function place(call: PageCall) {
  const lang = call.query['lang']
  return { id: call.params['id'] ?? '', ...(isLang(lang) ? { lang } : {}) }
}

function back(call: PageCall, flash: Parameters<typeof goTo>[1]) {
  return goTo(addressOf(call, `/admin/articles/${place(call).id}/properties`, { lang: place(call).lang }), flash)
}

/** The last day is still shown: it ends with the day after. */
function endOf(call: PageCall, day: string): string {
  const end = endOfDay(day, call.timeZone)
  if (!end) throw refuse.field('expiresAt', 'refusal.date')
  return end
}

function Properties({ call, article, choices }: { call: PageCall; article: Editing; choices: Choices }) {
  const { t } = call
  const form = shownForm(t, call.form, 'save')
  return (
    <form method="post" class="stack">
      <FormMessages t={t} form={form} />
      <Select
        {...form.field('kind', article.kind)}
        label={t('knowledge.field.kind')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`knowledge.kind.${kind}`) }))}
      />
      <Select
        {...form.field('category', article.categoryId)}
        label={t('knowledge.field.category')}
        empty={t('knowledge.field.choose')}
        options={indented(choices.categories)}
      />
      <Select
        {...form.field('audience', article.audienceId ?? 'everyone')}
        label={t('knowledge.field.audience')}
        hint={t('knowledge.field.audienceEffect')}
        options={[{ value: 'everyone', label: t('knowledge.audience.everyone') }, ...options(choices.audiences)]}
      />
      <Select
        {...form.field('owner', article.ownerId)}
        label={t('knowledge.field.owner')}
        hint={t('knowledge.field.ownerHint')}
        optional
        empty={t('knowledge.field.nobody')}
        options={options(choices.writers)}
      />
      {choices.products.length > 0 && (
        <CheckboxGroup
          t={t}
          name="products"
          legend={t('knowledge.field.products')}
          optional
          error={form.error('products')}
          choices={choices.products.map(({ id, title }) => ({ value: id, label: title }))}
          values={form.values('products', article.products)}
        />
      )}
      <Select
        {...form.field('checkEvery', article.checkEvery === null ? '' : String(article.checkEvery))}
        label={t('knowledge.field.checkEvery')}
        hint={t('knowledge.field.checkEveryHint')}
        optional
        empty={t('knowledge.field.never')}
        options={[3, 6, 12, 24].map((months) => ({
          value: String(months),
          label: t('knowledge.field.months', { months }),
        }))}
      />
      <DateInput
        {...form.field('expiresAt', article.expiresAt ? lastDayBefore(String(article.expiresAt), call.timeZone) : '')}
        label={t('knowledge.field.lastDay')}
        hint={t('knowledge.field.lastDayHint')}
        optional
      />
      <FormActions>
        <Button look="primary" name="action" value="save">
          {t('knowledge.admin.save')}
        </Button>
      </FormActions>
    </form>
  )
}

function Addresses({ call, article }: { call: PageCall; article: Editing }) {
  const { t } = call
  const refused = call.form?.action === 'rename' ? call.form.values['lang'] : null
  return (
    <Card title={t('knowledge.admin.addresses')}>
      <p class="muted small">{t('knowledge.admin.addressesText')}</p>
      {article.translations.map(({ lang, slug }) => {
        const form = shownForm(t, refused === lang ? call.form : null, 'rename')
        return (
          <form key={lang} method="post" class="stack tight">
            <input type="hidden" name="lang" value={lang} />
            <TextInput
              {...form.field('slug', slug)}
              id={`slug-${lang}`}
              label={t(`knowledge.lang.${lang}`)}
              width="full"
            />
            <Button size="small" name="action" value="rename">
              {t('knowledge.admin.rename')}
            </Button>
          </form>
        )
      })}
    </Card>
  )
}

function Attachments({ call, article }: { call: PageCall; article: Editing }) {
  const { t, format } = call
  const form = shownForm(t, call.form, 'attach')
  return (
    <Card title={t('knowledge.admin.attachments')}>
      {article.attachments.map((file) => (
        <form key={file.id} method="post" class="row spread">
          <a href={`/files/${file.id}/${encodeURIComponent(file.name)}`}>{file.name}</a>
          <span class="muted small">{format.bytes(file.size)}</span>
          <input type="hidden" name="file" value={file.id} />
          <Button size="small" look="quiet" name="action" value="detach" icon="trash-2">
            {t('knowledge.admin.detach')}
          </Button>
        </form>
      ))}
      <form method="post" enctype="multipart/form-data" class="stack tight">
        <FileInput
          {...form.field('file')}
          error={form.error('file') ?? form.error('files')}
          label={t('knowledge.admin.attachFile')}
        />
        <Select
          {...form.field('fileLang')}
          label={t('knowledge.field.lang')}
          optional
          empty={t('knowledge.admin.anyLanguage')}
          options={article.translations.map(({ lang }) => ({ value: lang, label: t(`knowledge.lang.${lang}`) }))}
        />
        <Button size="small" name="action" value="attach" icon="paperclip">
          {t('knowledge.admin.attach')}
        </Button>
      </form>
    </Card>
  )
}
