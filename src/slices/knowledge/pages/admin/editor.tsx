import type { z } from 'zod'
import { isLang, type Lang } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { LinkButton } from '../../../../ui/components/Button.tsx'
import { Diff } from '../../../../ui/components/Diff.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Prose } from '../../../../ui/components/Prose.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, type FormState, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { placeLinks } from '../../markdown/place-links.ts'
import { addFiles } from '../../operations/add-files.ts'
import { addTranslation } from '../../operations/add-translation.ts'
import { archiveArticle } from '../../operations/archive-article.ts'
import { compareWithNewest } from '../../operations/compare-with-newest.ts'
import { dropDraft } from '../../operations/drop-draft.ts'
import { keepDraft } from '../../operations/keep-draft.ts'
import { keepPresence } from '../../operations/keep-presence.ts'
import { markChecked } from '../../operations/mark-checked.ts'
import { previewText } from '../../operations/preview-text.ts'
import { publishArticle } from '../../operations/publish-article.ts'
import { readForEditing } from '../../operations/read-for-editing.ts'
import { saveVersion } from '../../operations/save-version.ts'
import { sendBackArticle } from '../../operations/send-back-article.ts'
import { submitArticle } from '../../operations/submit-article.ts'
import { addressOf } from './addresses.ts'
import { ArticleTabs } from './article-tabs.tsx'
import { asTyped, contentOf, valuesOf } from './editor-fields.ts'
import { EditorForm } from './editor-form.tsx'
import { EditorSide } from './editor-side.tsx'
import { LanguageTabs } from './language-tabs.tsx'
import { momentOf } from './local-time.ts'
import { StateTag } from './states.tsx'

/** An article as its editor sees it. */
export type Editing = z.output<typeof readForEditing.output>
type Comparison = z.output<typeof compareWithNewest.output>

/** Writes one translation of an article: its text, what is wrong with it, how far it has come, who else is there. */
export const editorPage = definePage({
  path: '/admin/articles/:id',
  uploads: {},
  layout: 'admin',
  requires: 'knowledge.write',
  get: (call) => show(call, call.form),
  post: {
    async save(call, fields) {
      await save(call, fields)
      return back(call, 'knowledge.flash.saved')
    },
    async submit(call, fields) {
      await save(call, fields)
      await call.run(submitArticle, place(call))
      return back(call, 'knowledge.flash.submitted')
    },
    async publish(call, fields) {
      const { version } = await save(call, fields)
      await call.run(publishArticle, { ...place(call), version })
      return back(call, 'knowledge.flash.published')
    },
    async schedule(call, fields) {
      const at = momentOf(fields.get('at'), call.timeZone)
      if (!at) throw refuse.field('at', 'refusal.date')
      await call.run(publishArticle, { ...place(call), at })
      return back(call, 'knowledge.flash.scheduled')
    },
    async sendBack(call, fields) {
      await call.run(sendBackArticle, { ...place(call), note: fields.get('note') })
      return back(call, 'knowledge.flash.sentBack')
    },
    async archive(call) {
      await call.run(archiveArticle, place(call))
      return back(call, 'knowledge.flash.archived')
    },
    async check(call) {
      await call.run(markChecked, { id: place(call).id })
      return back(call, 'knowledge.flash.checked')
    },
    async drop(call) {
      await call.run(dropDraft, place(call))
      return back(call, 'knowledge.flash.dropped')
    },
    async translate(call, fields) {
      const { id } = place(call)
      const lang = fields.get('lang') as Lang
      const copyFrom = fields.has('copy') ? place(call).lang : undefined
      await call.run(addTranslation, { id, lang, title: fields.get('translatedTitle'), copyFrom })
      return goTo(addressOf(call, `/admin/articles/${id}`, { lang }), 'knowledge.flash.begun')
    },
    /** Adds a picture to the end of the text, for browsers without the editor. */
    async picture(call, fields) {
      const [file] = fields.files('file')
      if (!file) throw refuse.field('file', 'refusal.required')
      const alt = fields.get('alternative').trim()
      if (!alt) throw refuse.field('alternative', 'knowledge.refusal.alternative')
      const { items } = await call.run(addFiles, { id: place(call).id, files: [file.id] })
      const content = contentOf(fields)
      const body = `${content.body}\n\n![${alt.replace(/[[\]\\]/g, '')}](picture:${items[0]?.id})\n`
      await call.run(keepDraft, {
        ...place(call),
        base: Number(fields.get('base')) || 1,
        content: { ...content, body },
      })
      return back(call, 'knowledge.flash.picture')
    },
    /** Shows how the text will look, without losing what was typed. */
    async preview(call, fields) {
      const content = contentOf(fields)
      const typed = { ...asTyped({ ...valuesOf(content), base: fields.get('base'), note: fields.get('note') }) }
      const { html } = await call.run(previewText, { ...place(call), text: content.body })
      return show(call, typed, html)
    },
  },
})

/** Which translation the page is about. */
function place(call: PageCall): { id: string; lang: Lang } {
  const lang = call.query['lang']
  return { id: call.params['id'] ?? '', lang: isLang(lang) ? lang : call.lang }
}

function save(call: PageCall, fields: Fields) {
  const note = fields.optional('note')
  return call.run(saveVersion, { ...place(call), base: fields.get('base'), content: contentOf(fields), note })
}

function back(call: PageCall, flash: Parameters<typeof goTo>[1]): PageAnswer {
  const { id, lang } = place(call)
  return goTo(addressOf(call, `/admin/articles/${id}`, { lang }), flash)
}

async function show(call: PageCall, form: FormState | null, preview?: string): Promise<PageAnswer> {
  const { t, query, params } = call
  const wanted = isLang(query['lang']) ? { lang: query['lang'] } : {}
  const article = await call.run(readForEditing, { id: params['id'] ?? '', ...wanted })
  const { translation, draft } = article
  if (!wanted.lang) return { redirect: addressOf(call, `/admin/articles/${article.id}`, { lang: translation.lang }) }
  const { others } = await call.run(keepPresence, { id: article.id, lang: translation.lang })
  const typed = form?.action && 'content.title' in form.values ? form : null
  const values = typed ? textValues(typed) : draft ? valuesOf(draft.content) : null
  const base = typed ? Number(typed.values['base']) : (draft?.base ?? translation.head)
  const comparison = values && base !== translation.head ? await compare(call, article, values) : null
  const state: FormState | null = typed ? { ...typed, action: 'save' } : values ? asTyped(values) : null
  return {
    title: translation.content.title,
    noIndex: true,
    wide: true,
    breadcrumbs: [
      { label: t('knowledge.nav.articles'), href: call.url('/admin/articles') },
      { label: translation.content.title },
    ],
    view: (
      <>
        <PageHead
          title={<span lang={translation.lang}>{translation.content.title}</span>}
          above={<StateTag call={call} state={translation.state} isOnline={translation.publishedVersion !== null} />}
          actions={
            translation.publishedVersion !== null && (
              <LinkButton icon="eye" href={call.url(`/articles/${translation.slug}`, translation.lang)}>
                {t('knowledge.admin.look')}
              </LinkButton>
            )
          }
        />
        <ArticleTabs call={call} id={article.id} lang={translation.lang} current="text" />
        <LanguageTabs call={call} article={article} />
        {translation.reviewNote && (
          <Notice tone="warn" title={t('knowledge.admin.reviewNote')}>
            {translation.reviewNote}
          </Notice>
        )}
        {comparison && <Conflict call={call} comparison={comparison} version={translation.head} />}
        {preview !== undefined && <Preview call={call} article={article} html={preview} />}
        <div class="editor-columns">
          <EditorForm
            call={call}
            article={article}
            form={shownForm(t, state, 'save')}
            hasDraft={draft !== null && !typed}
          />
          <EditorSide call={call} article={article} others={others} form={call.form} />
        </div>
      </>
    ),
  }
}

function textValues(form: FormState): Record<string, string> {
  return Object.fromEntries(Object.entries(form.values).map(([name, value]) => [name, [value].flat().at(-1) ?? '']))
}

async function compare(call: PageCall, article: Editing, values: Record<string, string>): Promise<Comparison | null> {
  const content = contentOf({ get: (name) => values[name] ?? '' })
  const comparison = await call.run(compareWithNewest, { id: article.id, lang: article.translation.lang, content })
  return comparison.fields.length > 0 ? comparison : null
}

/** Somebody else has saved meanwhile: both texts, side by side, before one saves over it. */
function Conflict({ call, comparison, version }: { call: PageCall; comparison: Comparison; version: number }) {
  const { t } = call
  return (
    <section class="stack" aria-labelledby="conflict">
      <Notice tone="warn" title={<span id="conflict">{t('knowledge.admin.conflict.title', { version })}</span>}>
        {t('knowledge.admin.conflict.text', { name: comparison.author ?? 'Theke' })}
      </Notice>
      {comparison.fields.map(({ field, lines }) => (
        <div key={field} class="stack tight">
          <h2>{t(`knowledge.field.${field}` as 'knowledge.field.title')}</h2>
          <Diff t={t} label={t(`knowledge.field.${field}` as 'knowledge.field.title')} lines={lines} />
        </div>
      ))}
    </section>
  )
}

function Preview({ call, article, html }: { call: PageCall; article: Editing; html: string }) {
  const { translation, kind } = article
  const places = { article: () => '#', page: (path: string) => call.url(path, translation.lang) }
  return (
    <section class="card" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{call.t('knowledge.admin.preview')}</h2>
      <Prose
        html={placeLinks(html, { ...places, article: () => '/' })}
        howTo={kind === 'how-to'}
        lang={translation.lang}
      />
    </section>
  )
}
