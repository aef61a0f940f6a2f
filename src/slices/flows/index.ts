import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { findables, forgetJourneys, mayReadFile, navigation, personalData, siteMap } from './contributes.ts'
import { demo } from './demo.ts'
import { handOverJourney } from './hand-over.ts'
import { answerStep } from './operations/answer-step.ts'
import { back } from './operations/back.ts'
import { begin } from './operations/begin.ts'
import { dropJourney } from './operations/drop-journey.ts'
import { list } from './operations/list.ts'
import { listJourneys } from './operations/list-journeys.ts'
import { openEnd } from './operations/open-end.ts'
import { rateEnd } from './operations/rate-end.ts'
import { read } from './operations/read.ts'
import { readJourney } from './operations/read-journey.ts'
import { flowPage } from './pages/flow.tsx'
import { journeyPage } from './pages/journey.tsx'
import { listPage } from './pages/list.tsx'

/** Guided help: decision trees that lead people to an answer, an order, or a person, on every channel. */
export const flows: Slice = {
  name: 'flows',
  operations: [list, read, begin, answerStep, back, readJourney, listJourneys, openEnd, rateEnd, dropJourney],
  permissions: [{ name: 'flows.write', title: 'flows.permission.write' }],
  jobs: [forgetJourneys],
  navigation,
  findables: [findables],
  changesPages: ['flow.published', 'flow.withdrawn', 'flow.changed', 'flow.removed', 'flows.loaded'],
  personalData,
  handOvers: { journey: handOverJourney },
  fileAccess: { flow: mayReadFile },
  siteMap,
  demo,
}

/** The pages of guided help. */
export const flowsPages: Page[] = [listPage, flowPage, journeyPage]
