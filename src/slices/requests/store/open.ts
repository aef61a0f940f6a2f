import { sql } from 'kysely'
import type { Database } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import type { Level, Priority } from '../rules.ts'
import { COLUMNS, type Request } from './requests.ts'

/** What a request begins with, and the first thing said in it. */
export interface NewRequest {
  id: string
  type: string
  state: 'new' | 'approval'
  subject: string
  requesterId: string | null
  beneficiaryId: string | null
  organisationId: string | null
  /** Used where the id is null. */
  organisationKey: string | null
  contactName: string | null
  contactEmail: string | null
  portal: string
  lang: Lang
  channel: string
  handedOver: object
  serviceKey: string | null
  form: { id: string; version: number } | null
  answers: object
  priority: Priority
  impact: Level | null
  urgency: Level | null
  teamId: string | null
  firstResponseBy: Date | null
  resolveBy: Date | null
  promisedAt: Date | null
  callbackAt: Date | null
  callbackNumber: string | null
  formKey: string | null
  now: Date
  /** Null: nothing was said, e.g. an order that speaks for itself. */
  message: { id: string; authorId: string | null; authorName: string | null; body: string; fileIds: string[] } | null
}

/** Adds a request and its first message in one statement. Undefined: the same form was sent before. */
export async function insertRequest(db: Database, request: NewRequest): Promise<Request | undefined> {
  const { message } = request
  const made = db
    .with('made', (q) =>
      q
        .insertInto('requests')
        .values({
          id: request.id,
          type: request.type,
          state: request.state,
          subject: request.subject,
          requester_id: request.requesterId,
          beneficiary_id: request.beneficiaryId,
          organisation_id: request.organisationKey
            ? sql<string | null>`(select id from organisations where key = ${request.organisationKey})`
            : request.organisationId,
          contact_name: request.contactName,
          contact_email: request.contactEmail,
          portal: request.portal,
          lang: request.lang,
          channel: request.channel,
          handed_over: JSON.stringify(request.handedOver),
          service_key: request.serviceKey,
          form_id: request.form?.id ?? null,
          form_version: request.form?.version ?? null,
          answers: JSON.stringify(request.answers),
          priority: request.priority,
          impact: request.impact,
          urgency: request.urgency,
          team_id: request.teamId,
          first_response_by: request.firstResponseBy,
          resolve_by: request.resolveBy,
          promised_at: request.promisedAt,
          callback_at: request.callbackAt,
          callback_number: request.callbackNumber,
          form_key: request.formKey,
          // Moments of JavaScript, to the millisecond: cursors of the queue are compared with them.
          created_at: request.now,
          changed_at: request.now,
        })
        .onConflict((c) => c.column('form_key').doNothing())
        .returning(COLUMNS),
    )
    .with('said', (q) =>
      q
        .insertInto('request_entries')
        .columns(['id', 'request_id', 'kind', 'side', 'author_id', 'author_name', 'body', 'file_ids', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('made')
            .select([
              sql<string>`${message?.id ?? null}::uuid`.as('id'),
              'made.id as request_id',
              sql<'message'>`'message'`.as('kind'),
              sql<'requester'>`'requester'`.as('side'),
              sql<string | null>`${message?.authorId ?? null}::uuid`.as('author_id'),
              sql<string | null>`${message?.authorName ?? null}::text`.as('author_name'),
              sql<string | null>`${message?.body ?? null}::text`.as('body'),
              sql<string[]>`${message?.fileIds ?? []}::uuid[]`.as('file_ids'),
              'made.created_at as at',
            ])
            .where(sql<boolean>`${message !== null}::boolean`),
        ),
    )
  const row = await made.selectFrom('made').selectAll().executeTakeFirst()
  return row as Request | undefined
}
