import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { Island } from '../../../../ui/island.tsx'
import type { FormState, PageCall } from '../../../../ui/page.ts'
import { PROBLEMS } from '../../markdown/check.ts'
import type { Editing } from './editor.tsx'
import { Problems } from './problems.tsx'

interface EditorSideProps {
  call: PageCall
  article: Editing
  others: string[]
  form: FormState | null
}

/** Beside the text: who else is there, what is wrong with it, how far it has come and what can be done with it. */
export function EditorSide({ call, article, others, form }: EditorSideProps) {
  const { t } = call
  return (
    <aside class="side" aria-label={t('knowledge.admin.side')}>
      <Island
        name="draft-keeper"
        props={{
          article: article.id,
          lang: article.translation.lang,
          locale: call.lang,
          head: article.translation.head,
          texts: {
            saved: t('knowledge.admin.keeper.saved', { at: '%s' }),
            failed: t('knowledge.admin.keeper.failed'),
            others: t('knowledge.admin.others', { names: '%s' }),
            newer: t('knowledge.admin.keeper.newer'),
            none: t('knowledge.check.none'),
            checks: Object.fromEntries(PROBLEMS.map((kind) => [kind, t(`knowledge.check.${kind}`)])),
          },
        }}
      >
        <p class="presence" data-others hidden={others.length === 0}>
          {others.length > 0 && t('knowledge.admin.others', { names: others.join(', ') })}
        </p>
        <p class="muted small" data-kept role="status" />
      </Island>
      <StateCard call={call} article={article} form={form} />
      <Problems call={call} problems={article.problems} />
    </aside>
  )
}

function StateCard({ call, article, form }: Omit<EditorSideProps, 'others'>) {
  const { t, format } = call
  const { translation, actions } = article
  const schedule = shownForm(t, form, 'schedule')
  const sendBack = shownForm(t, form, 'sendBack')
  return (
    <Card title={t('knowledge.admin.stateTitle')}>
      <DescriptionList
        facts={[
          { term: t('knowledge.admin.column.state'), value: t(`knowledge.state.${translation.state}`) },
          { term: t('knowledge.admin.version'), value: translation.head },
          translation.publishedVersion !== null &&
            translation.publishedVersion !== translation.head && {
              term: t('knowledge.admin.readersGet'),
              value: t('knowledge.admin.versionNumber', { number: translation.publishedVersion }),
            },
          translation.publishAt !== null && {
            term: t('knowledge.admin.publishAt'),
            value: format.moment(translation.publishAt as string),
          },
          { term: t('knowledge.admin.author'), value: translation.author },
          { term: t('knowledge.admin.savedAt'), value: format.moment(translation.savedAt as string) },
          { term: t('knowledge.field.owner'), value: article.owner },
          article.origin && {
            term: t('knowledge.origin.from'),
            value: <a href={call.url(article.origin.path)}>{article.origin.label}</a>,
          },
          {
            term: t('knowledge.admin.checkedAt'),
            value:
              article.checkedAt === null
                ? t('knowledge.admin.neverChecked')
                : `${format.dayShort(article.checkedAt as string)}${article.checkedBy ? ` · ${article.checkedBy}` : ''}`,
          },
        ]}
      />
      {article.isPublished && (
        <form method="post">
          <Button size="small" icon="badge-check" name="action" value="check">
            {t('knowledge.admin.markChecked')}
          </Button>
        </form>
      )}
      {actions.includes('schedule') && (
        <Disclosure title={t('knowledge.admin.schedule')} open={form?.action === 'schedule'} name="action">
          <form method="post" class="stack">
            <DateInput {...schedule.field('at')} label={t('knowledge.admin.publishAt')} withTime />
            <Button icon="calendar-clock" name="action" value="schedule">
              {t('knowledge.admin.schedule')}
            </Button>
          </form>
        </Disclosure>
      )}
      {actions.includes('send_back') && (
        <Disclosure title={t('knowledge.admin.sendBack')} open={form?.action === 'sendBack'} name="action">
          <form method="post" class="stack">
            <TextArea {...sendBack.field('note')} label={t('knowledge.admin.sendBackNote')} rows={3} />
            <Button icon="undo-2" name="action" value="sendBack">
              {t('knowledge.admin.sendBack')}
            </Button>
          </form>
        </Disclosure>
      )}
      {actions.includes('archive') && (
        <Disclosure title={t('knowledge.admin.archive')} name="action">
          <form method="post" class="stack">
            <p>{t('knowledge.admin.archiveText')}</p>
            <Button look="danger" icon="archive" name="action" value="archive">
              {t('knowledge.admin.archive')}
            </Button>
          </form>
        </Disclosure>
      )}
    </Card>
  )
}
