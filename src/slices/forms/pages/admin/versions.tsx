import { inLang } from '../../../../kernel/form/local-text.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo } from '../../../../ui/page.ts'
import { listVersions } from '../../operations/list-versions.ts'
import { readForm } from '../../operations/read-form.ts'
import { restoreForm } from '../../operations/restore-form.ts'
import { BuilderHead } from './BuilderHead.tsx'

/** Every version of a form: who, when, what changed, and back to it. */
export const versionsPage = definePage({
  path: '/admin/forms/:key/versions',
  layout: 'admin',
  requires: 'forms.manage',
  async get(call) {
    const { t, format } = call
    const key = call.params['key'] ?? ''
    const [form, page] = await Promise.all([
      call.run(readForm, { key }),
      call.run(listVersions, { key, cursor: call.query['cursor'] || undefined }),
    ])
    const title = inLang(form.definition.title, call.lang)
    const href = call.url(call.path)
    return {
      title: `${t('forms.versions.title')}: ${title}`,
      breadcrumbs: [
        { label: t('forms.admin.title'), href: call.url('/admin/forms') },
        { label: title, href: call.url(`/admin/forms/${key}`) },
        { label: t('forms.versions.title') },
      ],
      wide: true,
      view: (
        <div class="stack">
          <BuilderHead call={call} form={form} current="versions" changes={[]} />
          <ol class="stack" reversed>
            {page.items.map((version) => (
              <li key={version.version} class="card">
                <div class="row spread">
                  <h2>
                    {t('forms.versions.one', { version: version.version })}{' '}
                    {version.isPublished && <Tag tone="good">{t('forms.versions.published')}</Tag>}
                    {version.publishedAt && !version.isPublished && <Tag>{t('forms.versions.wasPublished')}</Tag>}
                  </h2>
                  {version.version !== form.newest && (
                    <div class="row">
                      <LinkButton size="small" look="quiet" icon="eye" href={`${href}/${version.version}`}>
                        {t('forms.versions.look')}
                        <span class="visually-hidden"> {version.version}</span>
                      </LinkButton>
                      <form method="post">
                        <input type="hidden" name="version" value={version.version} />
                        <Button size="small" icon="undo-2" name="action" value="restore">
                          {t('forms.versions.restore')}
                          <span class="visually-hidden"> {version.version}</span>
                        </Button>
                      </form>
                    </div>
                  )}
                </div>
                <p class="muted small">
                  {format.moment(version.savedAt)}
                  {version.author && ` · ${version.author}`}
                </p>
                {version.changes.length > 0 ? (
                  <ul class="problems">
                    {version.changes.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                ) : (
                  <p class="muted">{t(version.version === 1 ? 'forms.versions.first' : 'forms.versions.same')}</p>
                )}
              </li>
            ))}
          </ol>
          <Pagination
            t={t}
            previous={call.query['cursor'] ? href : null}
            next={page.next ? `${href}?cursor=${encodeURIComponent(page.next)}` : null}
          />
        </div>
      ),
    }
  },
  post: {
    async restore(call, fields) {
      const key = call.params['key'] ?? ''
      await call.run(restoreForm, { key, version: fields.get('version') })
      return goTo(call.url(`/admin/forms/${key}`), 'forms.versions.restored')
    },
  },
})
