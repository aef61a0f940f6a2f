import { sql } from 'kysely'
import type { Database } from '../../../../kernel/ctx.ts'

/** Another system that is told to do something. Secrets are sealed. */
export interface Webhook {
  id: string
  key: string
  title: string
  url: string
  secret: string
  previous_secret: string | null
  previous_until: Date | null
  is_on: boolean
}

const COLUMNS = ['id', 'key', 'title', 'url', 'secret', 'previous_secret', 'previous_until', 'is_on'] as const

/** All web hooks with how many of their messages have not arrived; at most 200. */
export async function listWebhooks(db: Database) {
  return db
    .selectFrom('webhooks as w')
    .select(['w.id', 'w.key', 'w.title', 'w.url', 'w.is_on', 'w.previous_until'])
    .select(
      sql<number>`(select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and d.state = 'failed')`.as(
        'failed',
      ),
    )
    .orderBy('w.title')
    .limit(200)
    .execute()
}

export async function findWebhook(db: Database, by: { id: string } | { key: string }): Promise<Webhook | undefined> {
  const query = db.selectFrom('webhooks').select(COLUMNS)
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('key', '=', by.key).executeTakeFirst()
}

export async function insertWebhook(
  db: Database,
  webhook: Pick<Webhook, 'key' | 'title' | 'url' | 'secret' | 'is_on'>,
): Promise<string> {
  const row = await db.insertInto('webhooks').values(webhook).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateWebhook(
  db: Database,
  id: string,
  change: Partial<Pick<Webhook, 'title' | 'url' | 'secret' | 'previous_secret' | 'previous_until' | 'is_on'>>,
): Promise<void> {
  await db.updateTable('webhooks').set(change).where('id', '=', id).execute()
}

export async function deleteWebhookRow(db: Database, id: string): Promise<void> {
  await db.deleteFrom('webhooks').where('id', '=', id).execute()
}

/** A message to another system. */
export interface Delivery {
  id: string
  webhook_id: string
  work_id: string | null
  request_id: string | null
  body: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  next_at: Date | null
  created_at: Date
  ended_at: Date | null
}

export async function insertDelivery(
  db: Database,
  delivery: Pick<Delivery, 'webhook_id' | 'work_id' | 'request_id' | 'body'> & { now: Date },
): Promise<string> {
  const { now, ...values } = delivery
  const row = await db
    .insertInto('webhook_deliveries')
    .values({ ...values, next_at: now, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findDelivery(db: Database, id: string, { lock = false } = {}): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  return row as Delivery | undefined
}

export async function updateDelivery(
  db: Database,
  id: string,
  change: Partial<Pick<Delivery, 'state' | 'attempts' | 'next_at' | 'ended_at'>>,
): Promise<void> {
  await db.updateTable('webhook_deliveries').set(change).where('id', '=', id).execute()
}

export async function insertAttempt(
  db: Database,
  attempt: { delivery_id: string; at: Date; milliseconds: number; status: number | null; answer: string },
): Promise<void> {
  await db.insertInto('webhook_attempts').values(attempt).execute()
}

/** Messages to a system, newest first. */
export async function listDeliveries(
  db: Database,
  webhookId: string,
  page: { after: string | null; limit: number },
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .$if(page.after !== null, (q) => q.where('id', '<', page.after as string))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return rows as Delivery[]
}

/** All tries of some messages, in order. */
export async function listAttempts(db: Database, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return []
  return db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('delivery_id', 'in', [...deliveryIds])
    .orderBy('id')
    .limit(1000)
    .execute()
}
