import { Button } from '../../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../../ui/components/FormActions.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { LANGS_OF_ANSWERS } from '../../langs.ts'
import type { Known } from './AnnouncementForm.tsx'

/** One answer for all that hang on it. */
export function AnswerAll({ call, known }: { call: PageCall; known: Known }) {
  const { t } = call
  const form = shownForm(t, call.form, 'answer')
  return (
    <form method="post" class="card stack" novalidate>
      <h2>{t('requests.desk.error.answerAll', { count: known.attached })}</h2>
      <ErrorSummary t={t} errors={form.errors} />
      <p class="muted">{t('requests.desk.places')}</p>
      {LANGS_OF_ANSWERS.map((lang) => (
        <TextArea
          key={lang}
          {...form.field(`answer.${lang}`)}
          label={t(`requests.desk.in.${lang}`)}
          lang={lang}
          rows={4}
          optional={lang !== 'de'}
          error={lang === 'de' ? form.error('texts') : null}
        />
      ))}
      <Checkbox
        name="isSolved"
        label={t('requests.desk.error.isSolvedNow')}
        hint={t('requests.desk.error.isSolvedHint')}
        checked={form.checked('isSolved')}
      />
      <FormActions reachable={false}>
        <Button name="action" value="answer" look="primary" icon="send">
          {t('requests.desk.error.send')}
        </Button>
      </FormActions>
    </form>
  )
}
