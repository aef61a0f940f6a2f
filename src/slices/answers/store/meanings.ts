import type { Ctx } from '../../../kernel/ctx.ts'
import type { Meaning } from '../../../kernel/embeddings.ts'

const PAGE = 1000
/** More than anybody will publish; a bound for one read. */
const MOST = 500_000

/** Id → digest of the text that its vector was made from, for one model. */
export async function digestsOf(ctx: Ctx, model: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('meanings')
    .select(['id', 'digest'])
    .where('model', '=', model)
    .limit(MOST)
    .execute()
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

export async function saveMeanings(
  ctx: Ctx,
  model: string,
  meanings: readonly (Meaning & { digest: string })[],
): Promise<void> {
  if (meanings.length === 0) return
  const rows = meanings.map(({ id, digest, vector }) => ({
    id,
    model,
    digest,
    vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    made_at: ctx.now(),
  }))
  await ctx.db
    .insertInto('meanings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        model: eb.ref('excluded.model'),
        digest: eb.ref('excluded.digest'),
        vector: eb.ref('excluded.vector'),
        made_at: eb.ref('excluded.made_at'),
      })),
    )
    .execute()
}

/** Vectors of other models, and of what is gone since long before `before`. */
export async function forgetMeanings(ctx: Ctx, model: string, gone: readonly string[], before: Date): Promise<void> {
  await ctx.db.deleteFrom('meanings').where('model', '!=', model).execute()
  if (gone.length > 0)
    await ctx.db.deleteFrom('meanings').where('id', 'in', gone.slice(0, PAGE)).where('made_at', '<', before).execute()
}

/** All vectors of a model, in pages. */
export async function* allMeanings(ctx: Ctx, model: string): AsyncIterable<Meaning[]> {
  let after = ''
  for (;;) {
    const rows = await ctx.db
      .selectFrom('meanings')
      .select(['id', 'vector'])
      .where('model', '=', model)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    yield rows.map(meaningOf)
    after = rows.at(-1)?.id as string
  }
}

export async function meaningsOf(ctx: Ctx, model: string, ids: readonly string[]): Promise<Meaning[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('meanings')
    .select(['id', 'vector'])
    .where('model', '=', model)
    .where('id', 'in', ids.slice(0, PAGE))
    .execute()
  return rows.map(meaningOf)
}

const meaningOf = ({ id, vector }: { id: string; vector: Buffer }): Meaning => ({
  id,
  // A copy of its own: the driver's buffer begins anywhere.
  vector: new Float32Array(Uint8Array.from(vector).buffer),
})
