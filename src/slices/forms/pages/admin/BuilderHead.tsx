import { inLang } from '../../../../kernel/form/local-text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Menu } from '../../../../ui/components/Menu.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { FormState } from './FormState.tsx'
import type { WorkedForm } from './worked-form.ts'

interface HeadProps {
  call: PageCall
  form: WorkedForm
  current: 'build' | 'versions'
  /** What publishing would change. */
  changes: readonly string[]
}

/** The form's name and state, what can be done with it as a whole, and its views. */
export function BuilderHead({ call, form, current, changes }: HeadProps) {
  const { t, lang } = call
  const at = (path = '') => call.url(`/admin/forms/${form.key}${path}`)
  const isPublished = form.published === form.newest
  return (
    <>
      <PageHead
        title={inLang(form.definition.title, lang)}
        above={<FormState call={call} form={form} />}
        actions={
          <>
            {!isPublished && !form.isArchived && (
              <form method="post" action={at()}>
                <input type="hidden" name="base" value={form.newest} />
                <Button
                  look="primary"
                  name="action"
                  value="publish"
                  icon="badge-check"
                  disabled={form.problems.length > 0}
                >
                  {t('forms.publish.do')}
                </Button>
              </form>
            )}
            <Menu label={t('forms.admin.more')} icon="ellipsis" boxed>
              <a href={at('/file')} download={`${form.key}.json`}>
                {t('forms.file.export')}
              </a>
              <form method="post" action={at()}>
                <button type="submit" name="action" value={form.isArchived ? 'takeOut' : 'archive'}>
                  {t(form.isArchived ? 'forms.archive.takeOut' : 'forms.archive.do')}
                </button>
              </form>
            </Menu>
          </>
        }
      />
      <Tabs
        label={t('forms.admin.views')}
        tabs={[
          { label: t('forms.admin.build'), href: at(), current: current === 'build', icon: 'pencil' },
          {
            label: t('forms.versions.title'),
            href: at('/versions'),
            current: current === 'versions',
            icon: 'history',
            count: form.newest,
          },
        ]}
      />
      {current === 'build' && changes.length > 0 && (
        <Disclosure title={t('forms.publish.changes', { count: changes.length })}>
          <ul class="problems">
            {changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
