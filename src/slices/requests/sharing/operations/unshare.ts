import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id } from '../../../../kernel/schema.ts'
import { textIn } from '../../../identity/index.ts'
import { RequestAddress } from '../../operations/read.ts'
import { insertEntry } from '../../store/entries.ts'
import { findRequestFor } from '../../store/requests.ts'
import { deleteShare, listShares } from '../../store/shares.ts'
import { RequestView, requestView } from '../../views.ts'

/** Ends a share: from then on they do not read it any more, on no path. */
export const unshare = defineOperation({
  name: 'requests.unshare',
  summary: 'Stop sharing one of my requests with somebody',
  kind: 'command',
  http: { method: 'DELETE', path: '/requests/{request}/readers/{reader}' },
  channels: ['web', 'api', 'mcp'],
  requires: 'signed-in',
  input: z.object({ request: RequestAddress, reader: Id.describe('Id of the share') }),
  output: RequestView,
  load: (ctx, input) => findRequestFor(ctx, input.request, { lock: true, right: 'own' }),
  access: (ctx, _input, request) => !request.byLink || request.requester_id === ctx.actor.personId,
  async handle(ctx, { reader }, request) {
    const share = (await listShares(ctx.db, request.id)).find((one) => one.id === reader)
    if (!share || !(await deleteShare(ctx.db, request.id, reader))) throw refuse.notFound()
    const name = share.name ?? textIn(share.names ?? {}, ctx.lang)
    await insertEntry(ctx, request.id, { kind: 'share', side: 'requester', detail: { name, ended: true } })
    ctx.emit({ type: 'request.unshared', subject: { kind: 'request', id: request.id } })
    return requestView(ctx, request)
  },
})
