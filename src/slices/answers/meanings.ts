import { createHash } from 'node:crypto'
import type { Ctx } from '../../kernel/ctx.ts'
import type { MeaningSource } from '../../kernel/embeddings.ts'
import type { Findable } from '../../kernel/search.ts'
import type { LongJob } from '../../kernel/slice.ts'
import { allMeanings, digestsOf, forgetMeanings, meaningsOf, saveMeanings } from './store/meanings.ts'

/** Texts that are sent at once. */
const BATCH = 32
/** Characters of a text that are sent: what most models read. */
const LONGEST = 2000
/** As many as one run makes; the next one goes on. */
const MOST_A_RUN = 5000
/** Days for which the vector of something that is gone is kept: it may come back, and an index may not be built yet. */
const KEPT = 30

/** Makes vectors of what is new or was changed. Somebody's own things are not sent to anybody. */
export const meaningJobs: LongJob[] = [
  {
    name: 'answers.makeMeanings',
    schedule: '*/5 * * * *',
    timeout: 3600,
    async steps(inCtx) {
      const plan = await inCtx(planOf)
      if (!plan) return
      const { embeddings, stale } = plan
      for (let at = 0; at < stale.length; at += BATCH) {
        const batch = stale.slice(at, at + BATCH)
        const vectors = await embeddings.of(batch.map(({ text }) => text))
        await inCtx(async (ctx) => {
          const made = batch.map(({ id, digest }, i) => ({ id, digest, vector: vectors[i] as Float32Array }))
          await saveMeanings(ctx, embeddings.model, made)
          ctx.emit({
            type: 'meanings.made',
            subject: { kind: 'meanings', id: embeddings.model },
            payload: { ids: batch.map(({ id }) => id) },
          })
        })
      }
    },
  },
]

/** What has to be sent; nothing without a model, or while nothing can be found yet. */
async function planOf(ctx: Ctx) {
  const { embeddings } = ctx
  if (!embeddings) return undefined
  const known = await digestsOf(ctx, embeddings.model)
  const stale: { id: string; text: string; digest: string }[] = []
  for (const findable of ctx.search.all()) {
    if (findable.owner !== undefined) continue
    const text = textOf(findable)
    const digest = createHash('sha256').update(text).digest('base64url')
    if (known.get(findable.id) !== digest && stale.length < MOST_A_RUN) stale.push({ id: findable.id, text, digest })
    known.delete(findable.id)
  }
  await forgetMeanings(ctx, embeddings.model, [...known.keys()], new Date(ctx.now().getTime() - KEPT * 86_400_000))
  return { embeddings, stale }
}

const textOf = ({ title, keywords = [], text }: Findable): string =>
  [title, ...keywords, text].join('\n').trim().slice(0, LONGEST) || '–'

export const meanings: MeaningSource = {
  on: ['meanings.made'],
  async *all(ctx) {
    if (ctx.embeddings) yield* allMeanings(ctx, ctx.embeddings.model)
  },
  async of(ctx, event) {
    if (ctx.embeddings?.model !== event.subject.id) return []
    return meaningsOf(ctx, event.subject.id, (event.payload['ids'] ?? []) as string[])
  },
}
