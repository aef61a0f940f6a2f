import type { TextKey } from '../../../../kernel/text.ts'
import { Graph } from '../../../../ui/graph/Graph.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { figuresOf } from '../../figures.ts'
import { graphOf } from '../../graph.ts'

/** Shares of people who went no further that an editor should look at. */
const SOME = 0.01
const MUCH = 0.15

/** The tree as a picture: every box leads to its place in the outline, and says how many came there and went no further. */
export function FlowPicture({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t, format } = call
  const { definition, moves, problems } = draft
  const ends = new Set(definition.steps.flatMap(({ id, kind }) => (kind === 'end' ? [id] : [])))
  const graph = graphOf(
    definition,
    call.lang,
    { figures: figuresOf(moves, ends), moves, wrong: new Set(problems.map(({ step }) => step)) },
    {
      href: (step) => `#step-${step}`,
      kind: (kind) => t(`flows.kind.${kind}`),
      by: (by) => t(`flows.by.${by}` as TextKey),
      came: (count) => ({ short: format.number(count), long: t('flows.figures.came', { count }) }),
      left({ left, came }) {
        const share = left / came
        if (share < SOME) return null
        const percent = format.percent(share)
        return {
          short: `−${percent}`,
          long: t('flows.figures.left', { count: left, share: percent }),
          isMuch: share >= MUCH,
        }
      },
    },
  )
  return <Graph t={t} label={t('flows.picture.label')} title={t('flows.picture.title')} {...graph} />
}
