import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall, type PageView } from '../../../../ui/page.ts'
import { ruleOf } from '../../conditions.ts'
import { changeAudience } from '../../operations/change-audience.ts'
import { createAudience } from '../../operations/create-audience.ts'
import { deleteAudience } from '../../operations/delete-audience.ts'
import { listFactValues } from '../../operations/list-fact-values.ts'
import { previewAudience } from '../../operations/preview-audience.ts'
import { readAudience } from '../../operations/read-audience.ts'
import { restoreAudience } from '../../operations/restore-audience.ts'
import { formOf } from '../form.tsx'
import { AudienceForm, type AudienceShown, contentOf, shownOf, typedOf } from './audience-form.tsx'
import { RuleLines } from './rule-lines.tsx'
import { Versions } from './versions.tsx'

type Act = (call: PageCall, fields: Fields) => Promise<PageAnswer>

const show: Act = (call, fields) => page(call, typedOf(fields))
/** Actions that only change what is shown: more or fewer lines and groups, the preview. */
const working: Record<string, Act> = { default: show, preview: show }

export const newAudiencePage = definePage({
  path: '/admin/audiences/new',
  layout: 'admin',
  requires: 'identity.manage',
  get: (call) => page(call, restored(call) ?? EMPTY),
  post: {
    ...working,
    async save(call, fields) {
      const { id } = await call.run(createAudience, contentOf(typedOf(fields)))
      return goTo(call.url(`/admin/audiences/${id}`), 'identity.saved')
    },
  },
})

export const audiencePage = definePage({
  path: '/admin/audiences/:id',
  layout: 'admin',
  requires: 'identity.manage',
  get: (call) => page(call, restored(call)),
  post: {
    ...working,
    async save(call, fields) {
      const typed = typedOf(fields)
      await call.run(changeAudience, { id: call.params['id'] ?? '', version: typed.version, ...contentOf(typed) })
      return goTo(call.url(call.path), 'identity.saved')
    },
    async restore(call, fields) {
      await call.run(restoreAudience, { id: call.params['id'] ?? '', version: fields.get('version') })
      return goTo(call.url(call.path), 'identity.version.restored')
    },
    async delete(call) {
      await call.run(deleteAudience, { id: call.params['id'] ?? '' })
      return goTo(call.url('/admin/audiences'), 'identity.deleted')
    },
  },
})

const EMPTY: AudienceShown = { names: {}, words: {}, group: { match: 'all', not: false, parts: [] }, version: 1 }

/** What was typed into a form that was refused or interrupted. */
function restored(call: PageCall): AudienceShown | null {
  const { form } = call
  if (!form || form.action === 'delete' || form.action === 'restore') return null
  const all = (name: string) => [form.values[name] ?? []].flat()
  return typedOf({
    get: (name) => all(name).at(-1) ?? '',
    all,
    has: (name) => all(name).length > 0,
    files: () => [],
    optional: (name) => all(name).at(-1) || undefined,
  })
}

/** The editor, with who is in the audience and, of a stored one, its versions. */
async function page(call: PageCall, typed: AudienceShown | null): Promise<PageView> {
  const { t } = call
  const id = call.params['id']
  const [audience, values] = await Promise.all([
    id ? call.run(readAudience, { id }) : null,
    call.run(listFactValues, {}),
  ])
  const shown = typed ?? (audience ? shownOf({ ...audience, rule: audience.rule }) : EMPTY)
  const rule = typed || !audience ? ruleOf(shown.group) : audience.rule
  const preview = await call.run(previewAudience, { rule: rule as never })
  const title = audience?.name ?? t('identity.audience.new')
  return {
    title,
    breadcrumbs: [{ label: t('identity.audiences'), href: call.url('/admin/audiences') }, { label: title }],
    view: (
      <div class="stack">
        <PageHead title={title} />
        {formOf(call, 'delete', 'restore').summary}
        <div class="columns">
          <AudienceForm call={call} shown={shown} values={values} />
          <div class="stack">
            <Card title={t('identity.audience.who')} tone="sunk">
              <p>
                <RuleLines lines={preview.words} />
              </p>
              <p>
                <strong>{t('identity.peopleCount', { count: preview.count })}</strong>
                {preview.visitors && `, ${t('identity.audience.visitors')}`}
              </p>
              <p class="tags">
                {preview.first.map((person) => (
                  <Tag key={person.id} href={call.url(`/admin/people/${person.id}`)}>
                    {person.name}
                  </Tag>
                ))}
              </p>
              {preview.count > preview.first.length && (
                <p class="muted">{t('identity.audience.more', { count: preview.count - preview.first.length })}</p>
              )}
            </Card>
            {audience && (
              <Versions call={call} versions={audience.versions.map((one) => ({ ...one, lines: linesOf(one) }))} />
            )}
            {audience && (
              <form method="post">
                <Button look="danger" name="action" value="delete" icon="trash-2">
                  {t('identity.audience.delete')}
                </Button>
              </form>
            )}
          </div>
        </div>
      </div>
    ),
  }
}

function linesOf(version: { names: object; words: object; ruleWords: string[] }): string[] {
  return [...Object.values(version.names), ...Object.values(version.words), ...version.ruleWords].map(String)
}
