import { z } from 'zod'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Id, Line } from '../../../../kernel/schema.ts'
import { sealSecret } from '../../../identity/index.ts'
import { newWebhookSecret } from '../signature.ts'
import { deleteWebhookRow, findWebhook, insertWebhook, updateWebhook } from '../store/webhooks.ts'

const Content = { title: Line(120), url: z.string().trim().min(1, { error: 'refusal.required' }).max(2000) }

export const createWebhook = defineOperation({
  name: 'requests.createWebhook',
  summary: 'Add a web hook. Its secret is in the answer, and nowhere else afterwards.',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'requests.webhooks.keyForm' }),
    ...Content,
  }),
  output: z.object({ id: Id, secret: z.string() }),
  async handle(ctx, { key, title, url }) {
    refuseForbidden(ctx, url)
    if (await findWebhook(ctx.db, { key })) throw refuse.field('key', 'requests.webhooks.keyTaken')
    const secret = newWebhookSecret()
    const id = await insertWebhook(ctx.db, { key, title, url, secret: sealSecret(ctx, secret), is_on: true })
    ctx.emit({ type: 'webhook.created', subject: { kind: 'webhook', id } })
    return { id, secret }
  },
})

export const changeWebhook = defineOperation({
  name: 'requests.changeWebhook',
  summary: 'Change the title and the address of a web hook, or switch it on and off',
  kind: 'command',
  http: { method: 'PUT', path: '/webhooks/{id}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ id: Id, ...Content, isOn: z.boolean() }),
  output: z.object({}),
  load: (ctx, { id }) => findWebhook(ctx.db, { id }),
  async handle(ctx, { id, title, url, isOn }) {
    refuseForbidden(ctx, url)
    await updateWebhook(ctx.db, id, { title, url, is_on: isOn })
    ctx.emit({ type: 'webhook.changed', subject: { kind: 'webhook', id } })
    return {}
  },
})

/** So long the secret before counts as well: time to change it on the other side. */
const OVERLAP_MS = 24 * 3_600_000

export const renewWebhookSecret = defineOperation({
  name: 'requests.renewWebhookSecret',
  summary: 'Give a web hook a new secret; for a day messages are signed with the old one too',
  kind: 'command',
  http: { method: 'POST', path: '/webhooks/{id}/secret' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({ secret: z.string() }),
  load: (ctx, { id }) => findWebhook(ctx.db, { id }),
  async handle(ctx, { id }, webhook) {
    const secret = newWebhookSecret()
    await updateWebhook(ctx.db, id, {
      secret: sealSecret(ctx, secret),
      previous_secret: webhook.secret,
      previous_until: new Date(ctx.now().getTime() + OVERLAP_MS),
    })
    ctx.emit({ type: 'webhook.changed', subject: { kind: 'webhook', id } })
    return { secret }
  },
})

export const deleteWebhook = defineOperation({
  name: 'requests.deleteWebhook',
  summary: 'Delete a web hook with its log',
  kind: 'command',
  http: { method: 'DELETE', path: '/webhooks/{id}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  confirm: true,
  input: z.object({ id: Id }),
  output: z.object({}),
  load: (ctx, { id }) => findWebhook(ctx.db, { id }),
  async handle(ctx, { id }) {
    await deleteWebhookRow(ctx.db, id)
    ctx.emit({ type: 'webhook.deleted', subject: { kind: 'webhook', id } })
    return {}
  },
})

/** Only https to public hosts, besides those that the configuration names. */
function refuseForbidden(ctx: Ctx, url: string) {
  if (!ctx.outbound.allows(url)) throw refuse.field('url', 'requests.webhooks.notAllowed')
}
