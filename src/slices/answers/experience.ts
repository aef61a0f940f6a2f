import type { Ctx } from '../../kernel/ctx.ts'
import type { Event, Reaction } from '../../kernel/events.ts'
import type { ExperienceSource } from '../../kernel/experience.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Job } from '../../kernel/slice.ts'
import { scrub } from './rules.ts'
import { addReaderExperience, addWordExperience, allExperience, forgetExperience } from './store/experience.ts'

/** What became of a reader, as far as it shows. */
export const OUTCOMES = ['opened', 'helped', 'not_helped', 'needed_somebody'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What each says: opening is a weak sign, saying so a strong one. */
const SIGNS: Record<Outcome, { helped: number; failed: number }> = {
  opened: { helped: 1, failed: 0 },
  helped: { helped: 3, failed: 0 },
  not_helped: { helped: 0, failed: 3 },
  needed_somebody: { helped: 0, failed: 2 },
}

/** As many words of a question as are noted. */
const MOST_WORDS = 8
const LONGEST_WORD = 40
/** Seconds after which the index hears of what was noted meanwhile. */
const TOLD_AFTER = 120

/**
 * Notes what became of a reader of `thing` (a group of the search index, e.g. `article:…`), after a question if there was one.
 * Who it was is not noted, and of the question only the stems of its scrubbed words. In a command.
 */
export async function noteReading(
  ctx: Ctx,
  { thing, outcome, question, lang = ctx.lang }: { thing: string; outcome: Outcome; question?: string; lang?: Lang },
) {
  const { helped, failed } = SIGNS[outcome]
  const words = ctx.search
    .stemsOf(scrub(question ?? '') ?? '', lang)
    .filter((word) => word.length >= 2 && word.length <= LONGEST_WORD && !/\d/.test(word))
    .slice(0, MOST_WORDS)
    // Rows are always locked in one order.
    .sort()
  await addWordExperience(ctx, { lang, words, thing, helped, failed })
  if (outcome !== 'opened')
    await addReaderExperience(ctx, { thing, helped: helped > 0 ? 1 : 0, needed: failed > 0 ? 1 : 0 })
  const startAfter = new Date(ctx.now().getTime() + TOLD_AFTER * 1000)
  await ctx.jobs.enqueue('answers.tellExperience', {}, { startAfter, key: 'tell-experience' })
}

/** Whether an article helped is said on its own page; the question that led there is not known then. */
export const experienceReactions: Reaction<Ctx>[] = [
  {
    name: 'answers.noteRating',
    on: ['article.rated'],
    handle: (ctx, event: Event) =>
      noteReading(ctx, {
        thing: `article:${event.subject.id}`,
        outcome: event.payload['helpful'] === true ? 'helped' : 'not_helped',
      }),
  },
]

export const experienceJobs: Job[] = [
  {
    name: 'answers.tellExperience',
    // Also without anything new: what was noted ages.
    schedule: '40 3 * * *',
    async handle(ctx) {
      await forgetExperience(ctx)
      ctx.emit({ type: 'experience.changed', subject: { kind: 'experience', id: 'all' } })
    },
  },
]

export const experience: ExperienceSource = { on: ['experience.changed'], all: allExperience }
