import type { TextKey } from '../../../../kernel/text.ts'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { Tag, type Tone } from '../../../../ui/components/Tag.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { ChainView, StepView } from '../../approvals/views.ts'
import type { ProcessItemView } from '../operations/read-process.ts'

type Call = Pick<PageCall, 't' | 'format'>

/** How far what was asked for is: the whole chain with who is next, and what is being done. Nothing where nothing has to be approved or done. */
export function ProcessView({ call, process }: { call: Call; process: { items: readonly ProcessItemView[] } }) {
  const { t } = call
  const shown = process.items.filter((item) => item.stages.length > 0 || item.work.length > 0)
  if (shown.length === 0) return null
  return (
    <section class="stack" aria-labelledby="process-title">
      <h2 id="process-title">{t('requests.process.heading')}</h2>
      {shown.map((item) => (
        <div class="card stack" key={item.itemKey}>
          <div class="row spread">
            <h3>{item.item}</h3>
            <div class="row">
              {item.amount && <span class="muted">{call.format.money(item.amount)}</span>}
              <Tag tone={ITEM_TONES[item.state]}>{t(`requests.process.item.${item.state}`)}</Tag>
            </div>
          </div>
          {item.stages.length > 0 && <ChainPicture call={call} chain={item} />}
          {item.work.length > 0 && <WorkPicture call={call} work={item.work} />}
        </div>
      ))}
    </section>
  )
}

const ITEM_TONES: Record<ProcessItemView['state'], Tone> = {
  approval: 'warn',
  fulfilment: 'accent',
  finished: 'good',
  declined: 'bad',
  cancelled: 'plain',
}

const ICONS: Record<StepView['state'], IconName> = {
  ahead: 'clock',
  asking: 'user-round',
  approved: 'check',
  declined: 'x',
  skipped: 'minus',
  unneeded: 'minus',
}

/** A chain of approval, step by step; what is asked at the same time stands beside each other. */
export function ChainPicture({ call, chain }: { call: Call; chain: Pick<ChainView, 'stages'> }) {
  return (
    <ol class="chain" aria-label={call.t('requests.process.approval')}>
      {chain.stages.map((stage, n) => (
        <li key={n}>
          {stage.steps.map((step) => (
            <StepPart key={step.key} call={call} step={step} />
          ))}
        </li>
      ))}
    </ol>
  )
}

function StepPart({ call, step }: { call: Call; step: StepView }) {
  const { t, format } = call
  const names = step.people.filter((one) => one.outcome !== 'released').map((one) => one.name)
  const decided = step.people.filter((one) => one.outcome === 'approved' || one.outcome === 'declined')
  return (
    <div class={`chain-step ${step.state}`} aria-current={step.state === 'asking' ? 'step' : undefined}>
      <Icon name={ICONS[step.state]} />
      <div>
        <b>{step.title}</b> <span class="chain-state">{t(`requests.process.state.${step.state}`)}</span>
        {step.state === 'asking' && (
          <p>
            {t('requests.process.waitsFor', { names: names.join(', ') })}
            {step.askedAt && (
              <span class="muted"> {t('requests.process.since', { day: format.dayShort(step.askedAt) })}</span>
            )}
          </p>
        )}
        {step.state === 'ahead' && names.length > 0 && <p class="muted">{names.join(', ')}</p>}
        {decided.map((one) => (
          <p key={one.name}>
            {one.decidedBy ? t('requests.process.inPlace', { name: one.decidedBy, person: one.name }) : one.name}
            {one.at && <span class="muted"> {t('requests.process.decidedOn', { day: format.dayShort(one.at) })}</span>}
            {one.reason && <q class="chain-reason">{one.reason}</q>}
          </p>
        ))}
        {step.why && <p class="muted">{t(`requests.process.why.${step.why}`)}</p>}
        {step.state === 'asking' && step.lapseAt && (
          <p class="muted">{t('requests.process.lapses', { moment: format.moment(step.lapseAt) })}</p>
        )}
      </div>
    </div>
  )
}

const WORK_ICONS: Record<ProcessItemView['work'][number]['state'], IconName> = {
  ahead: 'clock',
  open: 'loader-circle',
  done: 'check',
  failed: 'triangle-alert',
  unneeded: 'minus',
}

/** What is done for an item, task by task. */
export function WorkPicture({ call, work }: { call: Call; work: ProcessItemView['work'] }) {
  const { t, format } = call
  const stages = [...Map.groupBy(work, (one) => one.stage).values()]
  return (
    <ol class="chain" aria-label={t('requests.process.fulfilment')}>
      {stages.map((stage) => (
        <li key={stage[0]?.id}>
          {stage.map((one) => (
            <div key={one.id} class={`chain-step ${CLASS[one.state]}`}>
              <Icon name={WORK_ICONS[one.state]} />
              <div>
                <b>{one.title}</b>{' '}
                <span class="chain-state">
                  {one.state === 'open' && one.dueAt
                    ? t('requests.process.work.openUntil', { day: format.dayShort(one.dueAt) })
                    : t(`requests.process.work.${one.state}` as TextKey)}
                </span>
              </div>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

const CLASS: Record<ProcessItemView['work'][number]['state'], StepView['state']> = {
  ahead: 'ahead',
  open: 'asking',
  done: 'approved',
  failed: 'asking',
  unneeded: 'skipped',
}
