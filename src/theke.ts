import type { Actor } from './kernel/actor.ts'
import type { Database, Installation, Log } from './kernel/ctx.ts'
import type { Lang } from './kernel/lang.ts'
import { createRunner } from './kernel/runner.ts'
import { messages } from './messages.ts'
import { createChat } from './platform/chat/chat.ts'
import type { Config } from './platform/config/config.ts'
import { secretOf } from './platform/config/secret.ts'
import type { Database as Connection } from './platform/database/connect.ts'
import { startListener } from './platform/database/listen.ts'
import { createEmbeddings } from './platform/embeddings/embeddings.ts'
import { createAnnouncer, EVENTS_CHANNEL } from './platform/events/announce-events.ts'
import { followEvents } from './platform/events/follow-events.ts'
import { createExtraction } from './platform/extraction/extraction.ts'
import { createFiles, openStore, tidyFilesJob } from './platform/files/index.ts'
import { housekeeping } from './platform/housekeeping.ts'
import { createTexts } from './platform/i18n/translate.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import { countCall } from './platform/limits/count-call.ts'
import { createLiveHub } from './platform/live/hub.ts'
import { LIVE_CHANNEL } from './platform/live/tell.ts'
import { createMail } from './platform/mail/index.ts'
import { createOutbound } from './platform/outbound/outbound.ts'
import { runnerPorts } from './platform/runner/ports.ts'
import { createSharedAnswers } from './platform/runner/shared-answers.ts'
import { createAnswerables, createSearchIndex } from './platform/search/index.ts'
import { createLiveIndex } from './platform/search/live-index.ts'
import { createSettings, SETTINGS_CHANGED } from './platform/settings/settings.ts'
import { readBanners } from './slices/catalogue/index.ts'
import { createIdentification } from './slices/identity/index.ts'
import { countUnread, markRead } from './slices/notices/index.ts'
import { backText, timeZoneOf, whenBack } from './slices/requests/index.ts'
import { slices } from './slices.ts'
import { formatsOf } from './ui/formats.ts'

export interface ThekeOptions {
  config: Config
  log: Log
  database: Connection
  /** The clock; another one in tests. */
  now?: () => Date
}

/**
 * The core without channels: database, runner, jobs, events, search, put together. Used by the server, the command line and the tests.
 */
export async function createTheke({ config, log, database, now = () => new Date() }: ThekeOptions) {
  const db = database.db as Database
  const installation: Installation = {
    url: config.url,
    demo: config.demo,
    secret: secretOf(config.secret, config.dataFolder),
    uploadLimit: config.uploadLimit,
    sendsMail: Boolean(config.smtpUrl),
    permissions: slices.flatMap((slice) => slice.permissions ?? []),
  }
  const texts = createTexts(messages)
  const search = createSearchIndex()
  const settings = createSettings()
  const identification = createIdentification(installation.secret)
  const { store, temporaryFolder } = openStore(config)
  const files = createFiles({ store, db, temporaryFolder, limit: config.uploadLimit })
  const mail = createMail({ smtpUrl: config.smtpUrl ?? null, url: config.url, from: config.mailFrom })
  const jobs = createJobs({
    databaseUrl: database.url,
    jobs: [
      ...housekeeping,
      ...mail.jobs,
      tidyFilesJob({ store, db, temporaryFolder, log }),
      ...slices.flatMap((slice) => slice.jobs ?? []),
    ],
    reactions: slices.flatMap((slice) => slice.reactions ?? []),
    log,
  })
  const sharedAnswers = createSharedAnswers(now)
  const changesPages = new Set(slices.flatMap((slice) => slice.changesPages ?? []).concat(SETTINGS_CHANGED))
  const onChange: (() => void)[] = [sharedAnswers.clear]
  /** Drops what is kept for everybody, when events of these types change it: at once in this process, in others when they hear of it. */
  function dropShared(types: readonly string[]) {
    if (types.some((type) => changesPages.has(type))) for (const drop of onChange) drop()
  }
  const runner = createRunner(
    runnerPorts({
      db,
      reads: database.reads as Database,
      jobs,
      settings,
      search,
      embeddings: config.embeddings
        ? createEmbeddings({
            ...config.embeddings,
            onError: (error) => log.warn({ err: error }, 'the embeddings address does not answer'),
          })
        : null,
      facetNames: Object.assign({}, ...slices.map((slice) => slice.facetNames ?? {})),
      banners: slices.flatMap((slice) => slice.banners ?? []),
      privacyNotes: slices.flatMap((slice) => slice.privacyNotes ?? []),
      personalData: new Map(slices.map((slice) => [slice.name, slice.personalData])),
      disturbable: slices.flatMap((slice) => slice.disturbable ?? []),
      attention: slices.flatMap((slice) => slice.attention ?? []),
      answerables: createAnswerables(slices.flatMap((slice) => slice.answerables ?? [])),
      flowLookups: slices.flatMap((slice) => slice.flowLookups ?? []),
      flowTargets: slices.flatMap((slice) => slice.flowTargets ?? []),
      handOvers: Object.assign({}, ...slices.map((slice) => slice.handOvers ?? {})),
      articleOrigins: Object.assign({}, ...slices.map((slice) => slice.articleOrigins ?? {})),
      context: slices.flatMap((slice) => slice.context ?? []),
      readiness: slices.flatMap((slice) => slice.readiness ?? []),
      formChoices: slices.flatMap((slice) => slice.formChoices ?? []),
      effects: slices.flatMap((slice) => slice.effects ?? []),
      outbound: createOutbound({ allowed: config.outboundHosts }),
      texts,
      files,
      mail,
      extraction: createExtraction(),
      chat: createChat(config.chat),
      sharedAnswers,
      committed: (types) => committed(types),
      installation,
      log,
      now,
    }),
  )
  const announcer = createAnnouncer({ db, log })
  const events = followEvents({ db, log })
  /** This process has committed events of these types. */
  function committed(types: readonly string[]) {
    const works = jobs.reacting(types) !== null
    dropShared(types)
    events.wake()
    if (works) jobs.wake()
    announcer.announce(works)
  }
  const listener = await startListener({
    url: database.url,
    onError: (error) => log.warn({ err: error }, 'listening for events'),
  })
  listener.onNotify(EVENTS_CHANNEL, (text) => {
    const told = announcer.read(text)
    if (told) events.wake()
    if (told?.work) jobs.wake()
  })
  const liveIndex = createLiveIndex({
    index: search,
    sources: slices.flatMap((slice) => slice.findables ?? []),
    synonyms: slices.flatMap((slice) => slice.synonyms ?? []),
    experience: slices.flatMap((slice) => slice.experience ?? []),
    meanings: slices.flatMap((slice) => slice.meanings ?? []),
    runner,
    log,
  })
  const live = createLiveHub(slices.flatMap((slice) => slice.live ?? []))
  listener.onNotify(LIVE_CHANNEL, live.hear)
  events.follow((batch) => {
    for (const event of batch) if (event.type === SETTINGS_CHANGED) settings.forget(event.subject.id)
  })
  events.follow((batch) => identification.follow(batch))
  events.follow((batch) => liveIndex.apply(batch))
  events.follow((batch) => live.apply(batch))
  events.follow((batch) => dropShared(batch.map((event) => event.type)))
  await jobs.prepare()

  return {
    runner,
    db,
    installation,
    search,
    liveIndex,
    events,
    live,
    /** Calls back when something changed that everybody sees. */
    onChange: (drop: () => void) => onChange.push(drop),
    jobs,
    settings,
    ping: () => db.selectNoFrom((eb) => eb.lit(1).as('one')).execute(),
    http: {
      runner,
      db,
      texts,
      installation,
      log,
      identification,
      countCall: (operation: string, who: string, limit: { limit: number; seconds: number }) =>
        countCall(db, operation, who, limit),
      timeZone: () => timeZoneOf(settings.over(db, () => undefined, null)),
      now,
      unread: async ({ actor, lang, path }: { actor: Actor; lang: Lang; path: string }) => {
        const { count, here } = await runner.run(countUnread, { actor, lang }, { path })
        if (!here) return count
        await runner.run(markRead, { actor, lang }, { path })
        return (await runner.run(countUnread, { actor, lang }, {})).count
      },
      banners: async ({ actor, lang }: { actor: Actor; lang: Lang }) =>
        (await runner.run(readBanners, { actor, lang }, {})).items,
      whenBack: async ({ actor, lang }: { actor: Actor; lang: Lang }) => {
        const presence = await runner.run(whenBack, { actor, lang }, {})
        const format = formatsOf(lang, await timeZoneOf(settings.over(db, () => undefined, null)))
        return presence.known ? backText(texts(lang), format, presence) : null
      },
      filesFor: (personId: string | null) => files.over(db, personId),
    },
    /** Follows events, builds the index, does jobs. */
    async start(options: { work?: boolean } = {}) {
      await events.start()
      void liveIndex.build().catch((error) => log.error({ err: error }, 'the search index could not be built'))
      if (options.work !== false) await jobs.work(runner)
    },
    async stop() {
      await announcer.stop()
      await events.stop()
      await listener.close()
      await jobs.stop()
      await mail.close()
    },
  }
}

/** The core, put together. */
export type Theke = Awaited<ReturnType<typeof createTheke>>
