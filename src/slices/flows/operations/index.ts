import type { Slice } from '../../../kernel/slice.ts'
import { answerStep } from './answer-step.ts'
import { back } from './back.ts'
import { begin } from './begin.ts'
import { changeProperties } from './change-properties.ts'
import { compareVersions } from './compare-versions.ts'
import { create } from './create.ts'
import { dropJourney } from './drop-journey.ts'
import { edit } from './edit.ts'
import { exportFlow } from './export-flow.ts'
import { importFlow } from './import-flow.ts'
import { list } from './list.ts'
import { listForKeeping } from './list-for-keeping.ts'
import { listJourneys } from './list-journeys.ts'
import { listParts } from './list-parts.ts'
import { openEnd } from './open-end.ts'
import { publish } from './publish.ts'
import { rateEnd } from './rate-end.ts'
import { read } from './read.ts'
import { readDraft } from './read-draft.ts'
import { readJourney } from './read-journey.ts'
import { remove } from './remove.ts'
import { restoreVersion } from './restore-version.ts'
import { runTests } from './run-tests.ts'
import { tryDraft } from './try-draft.ts'
import { withdraw } from './withdraw.ts'

/** For everybody. */
const walking = [list, read, begin, answerStep, back, readJourney, listJourneys, openEnd, rateEnd, dropJourney]
/** For those who write flows. */
const keeping = [
  listForKeeping,
  readDraft,
  create,
  edit,
  changeProperties,
  publish,
  withdraw,
  remove,
  restoreVersion,
  compareVersions,
  runTests,
  tryDraft,
  listParts,
  importFlow,
  exportFlow,
]

export const operations: Slice['operations'] = [...walking, ...keeping]
