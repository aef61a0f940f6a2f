import { z } from 'zod'
import type { Lang } from '../../../../kernel/lang.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { openRequest } from '../../open-request.ts'
import { referenceOf } from '../../rules.ts'
import { insertEntry } from '../../store/entries.ts'
import { DeskView, deskView } from '../desk-view.ts'
import { findRequestForDesk } from '../store/desk.ts'
import { moveEntries } from '../store/merging.ts'
import { Reference } from './read-for-desk.ts'

/** Takes messages and notes out of a request into a new one of the same person; both say where the other is. Gives the new one. */
export const split = defineOperation({
  name: 'requests.split',
  summary: 'Take some messages of a request into a new request of the same person',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests/{reference}/splitting' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    reference: Reference,
    subject: Line(200),
    entries: z
      .array(Id)
      .min(1, { error: 'requests.desk.split.chooseSome' })
      .max(100)
      .describe('Ids of messages and notes'),
  }),
  output: DeskView,
  load: (ctx, { reference }) => findRequestForDesk(ctx, reference, { lock: true }),
  async handle(ctx, { subject, entries }, request) {
    const opened = await openRequest(ctx, {
      type: request.type,
      subject,
      requesterId: request.requester_id,
      beneficiaryId: request.beneficiary_id,
      organisationId: request.organisation_id,
      contactName: request.contact_name,
      contactEmail: request.contact_email,
      portal: request.portal,
      lang: request.lang as Lang,
      serviceKey: request.service_key,
      splitFrom: request.id,
    })
    const moved = await moveEntries(ctx.db, request.id, opened.request.id, entries)
    if (moved !== new Set(entries).size) throw refuse.field('entries', 'requests.desk.split.notThere')
    const link = { kind: 'link', side: 'desk' } as const
    await insertEntry(ctx, request.id, { ...link, detail: { how: 'split', reference: opened.reference } })
    await insertEntry(ctx, opened.request.id, {
      ...link,
      detail: { how: 'split', reference: referenceOf(request.number) },
    })
    ctx.emit({
      type: 'request.split',
      subject: { kind: 'request', id: request.id },
      payload: { to: opened.request.id },
    })
    const fresh = await findRequestForDesk(ctx, opened.reference)
    if (!fresh) throw refuse.notFound()
    return deskView(ctx, fresh)
  },
})
