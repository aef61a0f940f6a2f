import { sql } from 'kysely'
import { system } from '../../kernel/actor.ts'
import type { Runner } from '../../kernel/runner.ts'
import type { Slice } from '../../kernel/slice.ts'

type Options = { runner: Runner; slices: readonly Slice[]; folder: string; onLoad?: (slice: string) => void }

/**
 * Loads the demonstration content of every slice that has not loaded it before, each in a transaction of its own.
 * Processes that start together wait for one another; what a kill interrupted is loaded at the next start.
 */
export async function loadDemonstration({ runner, slices, folder, onLoad }: Options): Promise<void> {
  for (const { name, demo } of slices) {
    if (!demo) continue
    await runner.inCtx({ actor: system(), lang: 'de' }, async (ctx) => {
      // Another process may be loading: waiting for it is no fault of this statement.
      await sql`set local statement_timeout = 0`.execute(ctx.db)
      const row = await ctx.db
        .insertInto('demonstration_loads')
        .values({ slice: name })
        .onConflict((conflict) => conflict.doNothing())
        .returning('slice')
        .executeTakeFirst()
      if (!row) return
      onLoad?.(name)
      await demo(ctx, folder)
    })
  }
}
