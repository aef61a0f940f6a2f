import type { Ctx } from '../../../kernel/ctx.ts'
import type { Request } from '../store/requests.ts'
import { beginProcess } from './begin.ts'
import { findTypeProcess } from './store/type-processes.ts'

/** Begins what the kind of a request needs, where it needs anything: it is then approved and fulfilled as its one item. */
export async function beginTypeProcess(ctx: Ctx, request: Request): Promise<void> {
  const process = await findTypeProcess(ctx.db, request.type)
  if (!process || process.approval.stages.length + process.fulfilment.stages.length === 0) return
  await beginProcess(ctx, {
    requestId: request.id,
    requesterId: request.requester_id,
    beneficiaryId: request.beneficiary_id ?? request.requester_id,
    items: [
      {
        key: 'request',
        title: { [request.lang]: request.subject },
        amount: null,
        values: request.answers as Record<string, unknown>,
        ...process,
      },
    ],
  })
}
