import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { type Definition, STEP_KINDS, type Step, type Way, waysOf } from '../../definition.ts'
import type { DraftView } from '../../draft-view.ts'
import { textAndLang } from '../../texts.ts'
import { flowUrl, stepUrl } from './addresses.ts'

export const KIND_ICONS = {
  choice: 'list',
  say: 'info',
  number: 'hash',
  date: 'calendar-days',
  text: 'pencil',
  lookup: 'search',
  check: 'git-branch',
  end: 'flag',
} satisfies Record<Step['kind'], IconName>

/** A step by its title, or by its id while it has none. */
export function nameOfStep(call: PageCall, step: Step): string {
  return textAndLang(step.title, call.lang).text || step.id
}

/** What leads along a way, as people read it. */
export function nameOfWay(call: PageCall, step: Step, { by }: Way): string {
  const option = step.kind === 'choice' ? step.options.find(({ id }) => id === by) : undefined
  if (option) return textAndLang(option.label, call.lang).text || by
  return call.t(`flows.by.${by}` as TextKey)
}

/** Every step with its ways out, in the order of its editors. */
export function Outline({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const { steps, start } = draft.definition
  if (steps.length === 0) return <p class="muted">{t('flows.outline.empty')}</p>
  const wrong = new Set(draft.problems.map(({ step }) => step))
  return (
    <ol class="flow-outline">
      {steps.map((step, n) => (
        <li key={step.id} id={`step-${step.id}`} data-graph-node={step.id} tabIndex={-1}>
          <div class="row spread">
            <a href={stepUrl(call, draft.key, step.id)} class="flow-outline-title">
              <Icon name={KIND_ICONS[step.kind]} />
              {nameOfStep(call, step)}
            </a>
            <span class="tags">
              {step.id === start && <Tag tone="accent">{t('flows.outline.start')}</Tag>}
              {wrong.has(step.id) && (
                <Tag tone="bad" icon="triangle-alert">
                  {t('flows.outline.wrong')}
                </Tag>
              )}
              <Tag>{t(`flows.kind.${step.kind}`)}</Tag>
            </span>
          </div>
          <Ways call={call} draft={draft} step={step} />
          <Moves call={call} draft={draft} step={step} isFirst={n === 0} isLast={n === steps.length - 1} />
        </li>
      ))}
    </ol>
  )
}

function Ways({ call, draft, step }: { call: PageCall; draft: DraftView; step: Step }) {
  const { t } = call
  const ways = waysOf(step)
  if (ways.length === 0) return null
  return (
    <ul class="flow-ways">
      {ways.map((way) => {
        const target = draft.definition.steps.find(({ id }) => id === way.to)
        return (
          <li key={way.by}>
            {nameOfWay(call, step, way)} <Icon name="arrow-right" />{' '}
            {target ? (
              <a href={stepUrl(call, draft.key, target.id)}>{nameOfStep(call, target)}</a>
            ) : (
              <a href={`${flowUrl(call, draft.key)}?from=${step.id}&by=${way.by}#add`}>
                {t('flows.outline.missing')}
                <span class="visually-hidden">
                  : {nameOfStep(call, step)}, {nameOfWay(call, step, way)}
                </span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Moves({
  call,
  draft,
  step,
  isFirst,
  isLast,
}: {
  call: PageCall
  draft: DraftView
  step: Step
  isFirst: boolean
  isLast: boolean
}) {
  const { t } = call
  const name = nameOfStep(call, step)
  return (
    <form method="post" class="row">
      <input type="hidden" name="revision" value={draft.revision} />
      <input type="hidden" name="id" value={step.id} />
      <Button look="quiet" size="small" icon="arrow-up" name="action" value="up" disabled={isFirst}>
        <span class="visually-hidden">{t('flows.outline.up', { name })}</span>
      </Button>
      <Button look="quiet" size="small" icon="arrow-down" name="action" value="down" disabled={isLast}>
        <span class="visually-hidden">{t('flows.outline.down', { name })}</span>
      </Button>
    </form>
  )
}

/** A new step, linked to the way that wants one. */
export function AddStep({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t, query } = call
  const form = shownForm(t, call.form, 'add')
  const wanted = query['from'] && query['by'] ? `${query['from']} ${query['by']}` : firstDeadEnd(draft.definition)
  return (
    <div id="add">
      <Card title={t('flows.add.title')} level={3}>
        <form method="post" class="stack">
          <FormMessages t={t} form={form} />
          <input type="hidden" name="revision" value={draft.revision} />
          <TextInput
            {...form.field('edit.title')}
            label={t('flows.add.text')}
            hint={t('flows.add.textHint')}
            width="full"
            maxLength={200}
          />
          <Select
            {...form.field('kind', 'choice')}
            label={t('flows.add.kind')}
            options={STEP_KINDS.map((kind) => ({
              value: kind,
              label: `${t(`flows.kind.${kind}`)} – ${t(`flows.kindHint.${kind}`)}`,
            }))}
          />
          <Select
            {...form.field('after', wanted)}
            label={t('flows.add.after')}
            optional
            empty={t('flows.add.nowhere')}
            options={draft.definition.steps.flatMap((step) =>
              waysOf(step).map((way) => ({
                value: `${step.id} ${way.by}`,
                label: `${nameOfStep(call, step)} · ${nameOfWay(call, step, way)}${way.to ? '' : ` (${t('flows.outline.missing')})`}`,
              })),
            )}
          />
          <div>
            <Button icon="plus" name="action" value="add">
              {t('flows.add.do')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  )
}

/** The first way that leads nowhere yet: most likely the one that the new step is for. */
function firstDeadEnd({ steps }: Definition): string {
  for (const step of steps) for (const { by, to } of waysOf(step)) if (to === null) return `${step.id} ${by}`
  return ''
}
