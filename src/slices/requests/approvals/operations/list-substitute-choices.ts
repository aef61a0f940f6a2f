import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { listColleagues, managerOf, namesOfPersons } from '../../../identity/index.ts'

/** Whom I can name as my substitute: colleagues of my organisation and teams, and my manager. */
export const listSubstituteChoices = defineOperation({
  name: 'requests.listSubstituteChoices',
  summary: 'List the people whom I can name as my substitute',
  kind: 'query',
  http: { method: 'GET', path: '/substitutions/choices' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ search: z.string().max(100).optional() }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
  async handle(ctx, { search }) {
    const me = ctx.actor.personId
    const colleagues = await listColleagues(ctx, { search: search ?? '', limit: 200 })
    const manager = me ? await managerOf(ctx, me) : null
    const name = manager ? (await namesOfPersons(ctx, [manager])).get(manager) : undefined
    const isListed = colleagues.some((one) => one.id === manager)
    const above = manager && name && !isListed && !search ? [{ id: manager, name }] : []
    return { items: [...above, ...colleagues.filter((one) => one.id !== me)] }
  },
})
