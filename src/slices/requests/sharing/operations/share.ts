import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { isColleague, namesOfPersons, roleChoices } from '../../../identity/index.ts'
import { RequestAddress } from '../../operations/read.ts'
import { insertEntry } from '../../store/entries.ts'
import { findRequestFor } from '../../store/requests.ts'
import { countShares, insertShare, MOST_SHARES } from '../../store/shares.ts'
import { RequestView, requestView } from '../../views.ts'

/** Lets a colleague, or everybody with a role, read one of one's own requests; a colleague may also get a copy of every answer. */
export const share = defineOperation({
  name: 'requests.share',
  summary: 'Let a colleague or everybody with a role read one of my requests',
  kind: 'command',
  http: { method: 'POST', path: '/requests/{request}/readers' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  rateLimit: { limit: 60, seconds: 3600 },
  input: z.object({
    request: RequestAddress,
    person: Id.optional().describe('A colleague'),
    role: Id.optional().describe('Everybody with this role'),
    copied: z.union([z.boolean(), z.stringbool()]).default(false).describe('The colleague gets every answer by mail'),
  }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true, right: 'own' }),
  access: (ctx, _input, request) => !request.byLink || request.requester_id === ctx.actor.personId,
  async handle(ctx, { person, role, copied }, request) {
    const [personId, roleId] = [person ?? null, person ? null : (role ?? null)]
    const name = personId ? await nameOfColleague(ctx, personId) : await nameOfRole(ctx, roleId)
    if (!name) throw refuse.field('person', 'requests.share.nobody')
    if ((await countShares(ctx.db, request.id)) >= MOST_SHARES)
      throw refuse.conflict('requests.too_many_readers', 'requests.share.tooMany')
    const isNew = await insertShare(ctx.db, {
      requestId: request.id,
      personId,
      roleId,
      copied: personId !== null && copied,
      sharedBy: ctx.actor.personId,
      now: ctx.now(),
    })
    if (!isNew) throw refuse.field('person', 'requests.share.already')
    await insertEntry(ctx, request.id, { kind: 'share', side: 'requester', detail: { name } })
    ctx.emit({
      type: 'request.shared',
      subject: { kind: 'request', id: request.id },
      payload: { ...(personId ? { person: personId } : {}), ...(roleId ? { role: roleId } : {}) },
    })
    return requestView(ctx, request)
  },
})

type Ctx = Parameters<typeof isColleague>[0]

async function nameOfColleague(ctx: Ctx, personId: string): Promise<string | undefined> {
  if (!(await isColleague(ctx, personId))) return undefined
  return (await namesOfPersons(ctx, [personId])).get(personId)
}

async function nameOfRole(ctx: Ctx, roleId: string | null): Promise<string | undefined> {
  return (await roleChoices(ctx)).find((one) => one.id === roleId)?.name
}
