import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { flowsCommand } from './command.ts'
import { findables, forgetJourneys, mayReadFile, navigation, personalData, siteMap } from './contributes.ts'
import { demo } from './demo.ts'
import { handOverJourney } from './hand-over.ts'
import { operations } from './operations/index.ts'
import { adminPages } from './pages/admin/index.ts'
import { flowPage } from './pages/flow.tsx'
import { journeyPage } from './pages/journey.tsx'
import { listPage } from './pages/list.tsx'

/** Guided help: decision trees that lead people to an answer, an order, or a person, on every channel. */
export const flows: Slice = {
  name: 'flows',
  operations,
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
  commands: [flowsCommand],
}

/** The pages of guided help: walking through it, and writing it. */
export const flowsPages: Page[] = [listPage, flowPage, journeyPage, ...adminPages]
