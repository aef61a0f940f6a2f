import { setImmediate as breathe } from 'node:timers/promises'
import { system } from '../../kernel/actor.ts'
import type { Ctx, Log } from '../../kernel/ctx.ts'
import type { MeaningSource } from '../../kernel/embeddings.ts'
import type { Event } from '../../kernel/events.ts'
import type { Experience, ExperienceSource } from '../../kernel/experience.ts'
import type { Runner } from '../../kernel/runner.ts'
import type { Findable, SearchIndex } from '../../kernel/search.ts'
import type { FindableSource, FoundGroup, SynonymSource } from '../../kernel/slice.ts'

interface LiveIndexOptions {
  index: SearchIndex
  sources: readonly FindableSource[]
  synonyms: readonly SynonymSource[]
  experience: readonly ExperienceSource[]
  meanings: readonly MeaningSource[]
  runner: Runner
  log: Log
}

/**
 * Keeps a process's search index true to the database: built from what the slices contribute, then kept current by the events.
 * Events that arrive while it is being built wait and are applied afterwards.
 */
export function createLiveIndex({ index, sources, synonyms, experience, meanings, runner, log }: LiveIndexOptions) {
  const groups = new Map<string, string[]>()
  const asTheke = { actor: system(), lang: 'en' } as const
  let built = Promise.resolve()
  let ready = false

  /** Builds anew from the database. `progress` hears the number of things read so far. */
  function build(progress: (count: number) => void = () => undefined): Promise<void> {
    built = runner.inCtx(asTheke, async (ctx) => {
      const started = performance.now()
      let count = 0
      index.clear()
      groups.clear()
      for (const source of sources)
        for await (const batch of source.all(ctx)) {
          add(batch)
          count += batch.length
          progress(count)
          await breathe()
        }
      await readSynonyms(ctx)
      await readExperience(ctx)
      for (const source of meanings) for await (const batch of source.all(ctx)) index.putMeanings(batch)
      ready = true
      log.info({ count, ms: Math.round(performance.now() - started) }, 'the search index is built')
    })
    return built
  }

  /** Applies what events changed; the follower of events calls it. */
  async function apply(events: readonly Event[]): Promise<void> {
    await built.catch(() => undefined)
    const touching = sources
      .map((source) => ({ source, events: events.filter((event) => source.on.includes(event.type)) }))
      .filter((touched) => touched.events.length > 0)
    const words = events.some((event) => synonyms.some((source) => source.on.includes(event.type)))
    const experienced = events.some((event) => experience.some((source) => source.on.includes(event.type)))
    const meaning = events.flatMap((event) =>
      meanings.filter((source) => source.on.includes(event.type)).map((source) => ({ source, event })),
    )
    if (touching.length === 0 && meaning.length === 0 && !words && !experienced) return
    await runner.inCtx(asTheke, async (ctx) => {
      if (words) await readSynonyms(ctx)
      if (experienced) await readExperience(ctx)
      for (const { source, event } of meaning) index.putMeanings(await source.of(ctx, event))
      for (const { source, events: touched } of touching)
        for (const { group, findables } of await foundNow(ctx, source, touched)) {
          index.remove(groups.get(group) ?? [])
          groups.delete(group)
          add(findables)
        }
    })
  }

  async function foundNow(ctx: Ctx, source: FindableSource, events: readonly Event[]): Promise<FoundGroup[]> {
    if (source.ofMany) return source.ofMany(ctx, lastOfEach(events))
    const found: FoundGroup[] = []
    for (const event of events) found.push(...(await source.of(ctx, event)))
    return found
  }

  async function readSynonyms(ctx: Ctx) {
    const sets = []
    for (const source of synonyms) sets.push(...(await source.all(ctx)))
    index.setSynonyms(sets)
  }

  async function readExperience(ctx: Ctx) {
    const all: Experience = { words: [], readers: [] }
    for (const source of experience) {
      const { words, readers } = await source.all(ctx)
      all.words.push(...words)
      all.readers.push(...readers)
    }
    index.setExperience(all)
  }

  function add(findables: Findable[]) {
    index.put(findables.map(complete))
    for (const { id, group } of findables) {
      if (!group) continue
      const ids = groups.get(group)
      if (!ids) groups.set(group, [id])
      else if (!ids.includes(id)) ids.push(id)
    }
  }

  return {
    build,
    apply,
    isReady: () => ready,
    /** Resolves once the build under way has ended. */
    isBuilt: () => built,
  }
}

/** Of several events about the same thing the last: what stands for it is read as it is now, whatever happened. */
function lastOfEach(events: readonly Event[]): Event[] {
  return [...new Map(events.map((event) => [`${event.subject.kind} ${event.subject.id}`, event])).values()]
}

/** Everything has a type (what people call it) and portals in which it is found (`*`: all), so that a search can be narrowed by them. */
function complete(findable: Findable): Findable {
  const { type = [findable.kind], portal = ['*'], ...facets } = findable.facets ?? {}
  return { ...findable, facets: { ...facets, type, portal } }
}
