import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Id } from '../../kernel/schema.ts'
import type { FormChoices } from '../../kernel/slice.ts'
import { textIn } from './rules.ts'
import { listChoosable } from './store/choosable-people.ts'
import { namesOf } from './store/persons.ts'

/** People to choose from in forms: those of one's own organisations; nobody for who belongs to none. */
export const people: FormChoices = {
  kind: 'person',
  list: async (ctx, { search, limit }) => {
    if (ctx.actor.personId === null) return []
    const found = await listChoosable(ctx.db, { organisations: organisationsOf(ctx), search, limit })
    return found.map((person) => choosable(ctx, person))
  },
  find: async (ctx, values) => {
    const ids = values.filter((value) => Id.safeParse(value).success)
    if (ctx.actor.personId === null) return []
    const found = await listChoosable(ctx.db, { organisations: organisationsOf(ctx), ids, limit: 100 })
    return found.map((person) => choosable(ctx, person))
  },
  names: async (ctx, values) => {
    const names = await namesOf(
      ctx.db,
      values.filter((value) => Id.safeParse(value).success),
    )
    return [...names].map(([value, label]) => ({ value, label }))
  },
}

function organisationsOf({ actor }: Ctx): readonly string[] | null {
  return may(actor, 'identity.manage') ? null : actor.facts.organisation
}

function choosable({ lang }: Ctx, { id, name, teams }: Awaited<ReturnType<typeof listChoosable>>[number]) {
  const hint = teams.map((names) => textIn(names, lang)).join(', ')
  return { value: id, label: name, ...(hint ? { hint } : {}) }
}
