import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import type { IconName } from '../../../ui/icon-names.ts'
import type { PageCall } from '../../../ui/page.ts'
import type { JourneyView } from '../views.ts'
import { contactUrl } from './addresses.ts'
import { StepText } from './StepForm.tsx'

const ICONS = {
  answer: 'circle-check',
  article: 'book-open',
  service: 'package',
  request: 'file-text',
  booking: 'calendar-check',
  person: 'message-square-text',
} satisfies Record<string, IconName>

/** Where a journey has led: what it says, the one thing to do next, and whether it helped. */
export function End({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  const { step } = journey
  const { end } = step
  if (!end) return null
  return (
    <div class="stack loose">
      <StepText
        call={call}
        step={step}
        level={1}
        above={
          <span class="tags">
            <Tag tone="accent" icon={ICONS[end.type]}>
              {t(`flows.end.type.${end.type}`)}
            </Tag>
          </span>
        }
      />
      <Next call={call} journey={journey} />
      <Helped call={call} journey={journey} />
    </div>
  )
}

function Next({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  const end = journey.step.end as NonNullable<JourneyView['step']['end']>
  if (end.type === 'answer') return null
  if (end.type === 'person')
    return (
      <div>
        <LinkButton look="primary" icon="send" href={contactUrl(call, journey)}>
          {t('flows.end.write')}
        </LinkButton>
        <p class="hint">{t('flows.end.writeHint')}</p>
      </div>
    )
  if (!end.target)
    return (
      <Notice tone="warn" title={t('flows.end.notHere')}>
        <p>{t('flows.end.notHereText')}</p>
        <div class="row">
          <LinkButton look="primary" icon="send" href={contactUrl(call, journey)}>
            {t('flows.end.write')}
          </LinkButton>
          {call.actor.personId === null && (
            <LinkButton icon="log-in" href={`${call.url('/sign-in')}?next=${encodeURIComponent(call.url(call.path))}`}>
              {t('flows.step.signIn')}
            </LinkButton>
          )}
        </div>
      </Notice>
    )
  if (end.isBegun)
    return (
      <form method="post">
        <Button look="primary" name="action" value="open" icon={ICONS[end.type]}>
          {end.target.title}
        </Button>
        {end.target.signIn ? (
          <p class="hint">{t('flows.end.signIn')}</p>
        ) : (
          end.values.length > 0 && <p class="hint">{t('flows.end.filledIn')}</p>
        )}
      </form>
    )
  return (
    <div>
      <LinkButton look="primary" href={call.url(end.target.path)} icon={ICONS[end.type]}>
        {end.target.title}
      </LinkButton>
    </div>
  )
}

function Helped({ call, journey }: { call: PageCall; journey: JourneyView }) {
  const { t } = call
  if (journey.helped === true) return <Notice tone="good">{t('flows.end.thanks')}</Notice>
  if (journey.helped === false)
    return (
      <Notice tone="info" title={t('flows.end.sorry')}>
        <LinkButton icon="message-square-text" href={contactUrl(call, journey)}>
          {t('flows.journey.person')}
        </LinkButton>
      </Notice>
    )
  return (
    <form method="post" class="row">
      <input type="hidden" name="action" value="rate" />
      <span>{t('flows.end.helped')}</span>
      <Button size="small" icon="thumbs-up" name="helped" value="yes">
        {t('flows.end.yes')}
      </Button>
      <Button size="small" icon="thumbs-down" name="helped" value="no">
        {t('flows.end.no')}
      </Button>
    </form>
  )
}
