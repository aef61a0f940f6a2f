import { Button } from '../../../../ui/components/Button.tsx'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { REASONS } from '../../operations/rate-article.ts'

/** "Was this helpful?" – yes in one click; no asks why, without JavaScript as well. Who answers is not noted. */
export function Helpful({ call }: { call: PageCall }) {
  const { t, form } = call
  const typed = form?.action === 'unhelpful' ? form : null
  const error = (name: string) => {
    const issue = typed?.issues.find((one) => one.path[0] === name)
    return issue && t(issue.key, issue.values)
  }
  return (
    <section class="helpful" id="helpful" aria-labelledby="helpful-title">
      <h2 id="helpful-title">{t('knowledge.reading.helpful')}</h2>
      <div class="helpful-answers">
        <form method="post">
          <Button name="action" value="helpful" icon="thumbs-up">
            {t('knowledge.reading.yes')}
          </Button>
        </form>
        <details open={typed !== null}>
          <summary class="button">
            <Icon name="thumbs-down" />
            {t('knowledge.reading.no')}
          </summary>
          <form method="post" class="stack">
            <RadioGroup
              t={t}
              name="reason"
              optional
              legend={t('knowledge.reading.whyNot')}
              error={error('reason')}
              value={String(typed?.values['reason'] ?? '')}
              choices={REASONS.map((reason) => ({ value: reason, label: t(`knowledge.reading.reason.${reason}`) }))}
            />
            <TextArea
              t={t}
              name="comment"
              optional
              label={t('knowledge.reading.comment')}
              hint={t('knowledge.reading.commentHint')}
              rows={3}
              maxLength={2000}
              value={String(typed?.values['comment'] ?? '')}
              error={error('comment')}
            />
            <div>
              <Button name="action" value="unhelpful" look="primary">
                {t('knowledge.reading.sendReason')}
              </Button>
            </div>
          </form>
        </details>
      </div>
    </section>
  )
}
