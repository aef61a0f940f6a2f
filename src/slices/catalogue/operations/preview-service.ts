import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { Id } from '../../../kernel/schema.ts'
import { ctxAs, isColleague } from '../../identity/index.ts'
import { ServiceView, serviceView } from '../service-view.ts'
import { findEditable, type Service } from '../store/services.ts'

/** The newest version, published or not, as any person would see it: whether they find it, may order it, and why not. */
export const previewService = defineOperation({
  name: 'catalogue.preview',
  summary: 'See the newest version of a service as somebody else would',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/services/{id}/preview' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({
    id: Id,
    as: Id.optional().describe('Whose eyes; default: one’s own'),
    portal: z.string().max(60).optional(),
  }),
  output: z.object({ sees: z.enum(['nothing', 'refusal', 'all']), name: z.string().nullable(), service: ServiceView }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { as, portal = ctx.actor.portal }, edited) {
    const other = as && (await mayLookAs(ctx, as)) ? await ctxAs(ctx, as) : as ? undefined : ctx
    if (!other) throw refuse.field('as', 'catalogue.refusal.person')
    const { definition } = edited
    const mayOrder = definition.audienceId === null || other.actor.audiences.has(definition.audienceId)
    const isShown = definition.portals.length === 0 || definition.portals.includes(portal)
    const service: Service = {
      id: edited.id,
      key: edited.key,
      version: edited.newestVersion,
      definition,
      category: null,
      status: 'works',
      mayOrder,
      position: edited.position,
      changedAt: edited.changedAt,
    }
    return {
      sees: seen(isShown && (mayOrder || definition.refusalShown), mayOrder),
      name: other.actor.name,
      service: await serviceView(other, service),
    }
  },
})

function seen(isSeen: boolean, mayOrder: boolean): 'nothing' | 'refusal' | 'all' {
  if (!isSeen) return 'nothing'
  return mayOrder ? 'all' : 'refusal'
}

/** Those who keep the catalogue see as anybody; owners of a service as themselves and their colleagues. */
async function mayLookAs(ctx: Ctx, personId: string): Promise<boolean> {
  return may(ctx.actor, 'catalogue.manage') || personId === ctx.actor.personId || isColleague(ctx, personId)
}
