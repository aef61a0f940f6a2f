import type { z } from 'zod'
import { isLang, type Lang } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { createArticle } from '../../operations/create-article.ts'
import { listChoices } from '../../operations/list-choices.ts'
import { readProposal } from '../../operations/read-proposal.ts'
import { KINDS } from '../../views.ts'
import { indented, options } from './choices.ts'

/** Begins an article: what it is, where it belongs, what it is called. Then one writes. */
export const newArticlePage = definePage({
  path: '/admin/articles/new',
  layout: 'admin',
  requires: 'knowledge.write',
  async get(call) {
    const { t, query, portal } = call
    const form = shownForm(t, call.form, 'create')
    const from = query['from']
    const [choices, proposal] = await Promise.all([
      call.run(listChoices, {}),
      from ? call.run(readProposal, { from }) : null,
    ])
    const lang = proposal?.lang ?? (isLang(query['lang']) ? query['lang'] : call.lang)
    return {
      title: t('knowledge.admin.new'),
      noIndex: true,
      breadcrumbs: [
        { label: t('knowledge.nav.articles'), href: call.url('/admin/articles') },
        { label: t('knowledge.admin.new') },
      ],
      view: (
        <div class="narrow">
          <PageHead title={t('knowledge.admin.new')} lead={t('knowledge.admin.newLead')} />
          <form method="post" class="stack">
            <FormMessages t={t} form={form} />
            {proposal && <Proposed call={call} proposal={proposal} />}
            {choices.categories.length === 0 && (
              <Notice tone="warn" end={<a href={call.url('/admin/categories/new')}>{t('knowledge.category.new')}</a>}>
                {t('knowledge.category.noneYet')}
              </Notice>
            )}
            <TextInput
              {...form.field('title', proposal?.title ?? query['title'])}
              label={t('knowledge.field.title')}
              hint={t('knowledge.field.titleHint')}
              width="full"
              maxLength={200}
            />
            <RadioGroup
              t={t}
              name="kind"
              legend={t('knowledge.field.kind')}
              error={form.error('kind')}
              value={form.field('kind', proposal?.kind ?? 'how-to').value}
              choices={KINDS.map((kind) => ({
                value: kind,
                label: t(`knowledge.kind.${kind}`),
                hint: t(`knowledge.kindHint.${kind}`),
              }))}
            />
            <Select
              {...form.field('lang', lang)}
              label={t('knowledge.field.lang')}
              options={portal.langs.map((one: Lang) => ({ value: one, label: t(`knowledge.lang.${one}`) }))}
            />
            <Select
              {...form.field('category')}
              label={t('knowledge.field.category')}
              empty={t('knowledge.field.choose')}
              options={indented(choices.categories)}
            />
            <Select
              {...form.field('audience', 'category')}
              label={t('knowledge.field.audience')}
              hint={t('knowledge.field.audienceHint')}
              options={[
                { value: 'category', label: t('knowledge.audience.asCategory') },
                { value: 'everyone', label: t('knowledge.audience.everyone') },
                ...options(choices.audiences),
              ]}
            />
            <FormActions>
              <Button look="primary" name="action" value="create">
                {t('knowledge.admin.begin')}
              </Button>
            </FormActions>
          </form>
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      const audience = fields.get('audience')
      const { id, lang } = await call.run(createArticle, {
        title: fields.get('title'),
        kind: fields.get('kind') as 'faq',
        lang: fields.get('lang') as Lang,
        category: fields.get('category'),
        ...(call.query['from'] ? { from: call.query['from'] } : {}),
        ...(audience === 'category' ? {} : { audience: audience === 'everyone' ? null : audience }),
      })
      return goTo(`${call.url(`/admin/articles/${id}`)}?lang=${lang}`, 'knowledge.flash.begun')
    },
  },
})

/** What the text will begin with, and that somebody has to read it for what only people notice. */
function Proposed({ call, proposal }: { call: PageCall; proposal: z.output<typeof readProposal.output> }) {
  const { t } = call
  return (
    <div class="card stack">
      <p>
        {t('knowledge.origin.from')}: <a href={call.url(proposal.path)}>{proposal.label}</a>
      </p>
      <DescriptionList
        facts={[
          {
            term: t('knowledge.origin.question'),
            value: <ProposedText text={proposal.question} lang={proposal.lang} />,
          },
          {
            term: t('knowledge.origin.solution'),
            value: <ProposedText text={proposal.solution} lang={proposal.lang} />,
          },
          {
            term: t('knowledge.origin.more'),
            value: proposal.read.length > 0 && proposal.read.map((one) => one.title).join(', '),
          },
        ]}
      />
      <Notice tone="info" icon="shield-check">
        {t('knowledge.origin.check')}
      </Notice>
    </div>
  )
}

function ProposedText({ text, lang }: { text: string; lang: string }) {
  return text ? (
    <span class="message-text" lang={lang}>
      {text}
    </span>
  ) : (
    '–'
  )
}
