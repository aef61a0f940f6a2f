import type { Ctx, Database, Installation, Log } from '../../kernel/ctx.ts'
import type { Extraction } from '../../kernel/extraction.ts'
import type { Files } from '../../kernel/files.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { NewMail } from '../../kernel/mail.ts'
import type { RunnerPorts } from '../../kernel/runner.ts'
import type { SearchIndex } from '../../kernel/search.ts'
import type { SharedAnswers } from '../../kernel/shared-answers.ts'
import type { Translate } from '../../kernel/text.ts'
import { writeEvents } from '../events/write-events.ts'
import type { JobSystem } from '../jobs/jobs.ts'
import { countCall } from '../limits/count-call.ts'
import { tellLive } from '../live/tell.ts'
import { type createSettings, SETTINGS_CHANGED } from '../settings/settings.ts'
import { idempotency } from './idempotency.ts'

/** What the composition root has made and the runner's calls draw on. */
export interface PlatformParts {
  db: Database
  /** Reads that may lag a moment behind. */
  reads: Database
  jobs: JobSystem
  settings: ReturnType<typeof createSettings>
  search: SearchIndex
  embeddings: Ctx['embeddings']
  facetNames: Ctx['facetNames']
  attention: Ctx['attention']
  answerables: Ctx['answerables']
  chat: Ctx['chat']
  flowLookups: Ctx['flowLookups']
  flowTargets: Ctx['flowTargets']
  handOvers: Ctx['handOvers']
  articleOrigins: Ctx['articleOrigins']
  banners: Ctx['banners']
  disturbable: Ctx['disturbable']
  privacyNotes: Ctx['privacyNotes']
  personalData: Ctx['personalData']
  readiness: Ctx['readiness']
  formChoices: Ctx['formChoices']
  effects: Ctx['effects']
  outbound: Ctx['outbound']
  context: Ctx['context']
  texts(lang: Lang): Translate
  files: { over(db: Database, personId: string | null): Files }
  mail: { send(db: Database, mail: NewMail, jobs: Ctx['jobs']): Promise<void> }
  extraction: Extraction
  installation: Installation
  log: Log
  sharedAnswers: SharedAnswers
  /** Hears which types of events were just committed by this process. */
  committed(types: readonly string[]): void
  /** The clock; another one in tests. */
  now(): Date
}

/** The platform, as the kernel's runner wants it. */
export function runnerPorts(parts: PlatformParts): RunnerPorts {
  const { db, jobs, log } = parts
  return {
    transaction: (work) => db.transaction().execute(work),
    // Whoever is signed in may just have written something: only visitors read from the replica.
    reader: (call) => (call.actor.personId === null ? parts.reads : db),
    writeEvents: (transaction, events, call) =>
      writeEvents(transaction, events, call, jobs.reacting(events.map((event) => event.type))),
    services(over, call, { emit, hasEmitted }) {
      const own = jobs.over(over)
      return {
        jobs: own,
        mail: { send: (mail) => parts.mail.send(over, mail, own) },
        files: parts.files.over(over, call.actor.personId),
        live: { tell: (message) => tellLive(over, message) },
        extraction: parts.extraction,
        search: parts.search,
        embeddings: parts.embeddings,
        facetNames: parts.facetNames,
        attention: parts.attention,
        answerables: parts.answerables,
        chat: parts.chat,
        flowLookups: parts.flowLookups,
        flowTargets: parts.flowTargets,
        handOvers: parts.handOvers,
        articleOrigins: parts.articleOrigins,
        banners: parts.banners,
        disturbable: parts.disturbable,
        privacyNotes: parts.privacyNotes,
        personalData: parts.personalData,
        readiness: parts.readiness,
        formChoices: parts.formChoices,
        effects: parts.effects,
        outbound: parts.outbound,
        context: parts.context,
        settings: parts.settings.over(
          over,
          (name) => emit({ type: SETTINGS_CHANGED, subject: { kind: 'settings', id: name } }),
          call.actor.personId,
        ),
        kept: async (key, read) => {
          if (hasEmitted()) return read()
          const { sharedAnswers } = parts
          const generation = sharedAnswers.generation()
          const before = sharedAnswers.get(`kept|${key}`)
          if (before !== undefined) return before as Awaited<ReturnType<typeof read>>
          const found = await read()
          if (found !== undefined) sharedAnswers.set(`kept|${key}`, found, generation)
          return found
        },
        t: parts.texts(call.lang),
        texts: parts.texts,
        log,
        installation: parts.installation,
      }
    },
    countCall: (operation, who, limit) => countCall(db, operation, who, limit),
    idempotency,
    sharedAnswers: parts.sharedAnswers,
    committed: parts.committed,
    now: parts.now,
    bug(error, operation, requestId) {
      log.error({ err: error, operation, requestId }, 'an operation failed')
    },
  }
}
