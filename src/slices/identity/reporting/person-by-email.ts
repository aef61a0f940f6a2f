import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { findPersonByEmail } from '../store/persons.ts'

/** The active person with an address as somebody typed it; null when nothing was typed. Refuses, beside the field, when there is nobody. */
export async function personByEmail(ctx: Ctx, field: string, typed: string): Promise<string | null> {
  const email = typed.trim().toLowerCase()
  if (email === '') return null
  const person = await findPersonByEmail(ctx.db, email)
  if (person?.state !== 'active') throw refuse.field(field, 'identity.reporting.nobody')
  return person.id
}
