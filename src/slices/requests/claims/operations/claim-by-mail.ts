import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { portalUrl } from '../../../identity/index.ts'
import { referenceOf } from '../../rules.ts'
import { claimTokenOf, isClaimToken } from '../claim-token.ts'
import { claimRequests, listUnclaimed } from '../store.ts'

/** Mails a link to one's own address: who opens it reads the mails of that address, and may take along what was written with it. */
export const askClaim = defineOperation({
  name: 'requests.askClaim',
  summary: 'Get a mail that proves my address, to take along what I wrote with it before',
  kind: 'command',
  http: { method: 'POST', path: '/requests/claim-mails' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  rateLimit: { limit: 3, seconds: 3600 },
  input: z.object({}),
  output: z.object({}),
  async handle(ctx) {
    const { personId, email, name, portal } = ctx.actor
    if (!personId || !email) throw refuse.forbidden()
    if ((await listUnclaimed(ctx.db, email)).length === 0) return {}
    const token = claimTokenOf(ctx.installation.secret, personId, email, ctx.now())
    const address = await portalUrl(ctx, portal, ctx.lang, `/requests/claim/${token}`)
    await ctx.mail.send({
      to: { email, name, lang: ctx.lang },
      subject: ctx.t('requests.claim.mailSubject'),
      text: `${ctx.t('requests.claim.mailText')}\n\n${address}`,
    })
    return {}
  },
})

const Token = z.string().max(80)

/** What the link of the mail is about. Following it changes nothing. */
export const readClaim = defineOperation({
  name: 'requests.readClaim',
  summary: 'Read what a proof of my address lets me take along',
  kind: 'query',
  http: { method: 'GET', path: '/requests/claims/{token}' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ token: Token }),
  output: z.object({ requests: z.array(z.object({ reference: z.string(), subject: z.string() })) }),
  access: (ctx, { token }) => isProof(ctx, token),
  handle: async (ctx) => ({
    requests: (await listUnclaimed(ctx.db, ctx.actor.email ?? '')).map((request) => ({
      reference: referenceOf(request.number),
      subject: request.subject,
    })),
  }),
})

/** Takes them along. */
export const confirmClaim = defineOperation({
  name: 'requests.confirmClaim',
  summary: 'Take what I wrote with my address before into my account',
  kind: 'command',
  http: { method: 'POST', path: '/requests/claims/{token}' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ token: Token }),
  output: z.object({ claimed: z.number() }),
  access: (ctx, { token }) => isProof(ctx, token),
  async handle(ctx) {
    const { personId, email } = ctx.actor
    const found = await listUnclaimed(ctx.db, email ?? '')
    const ids = found.map((request) => request.id)
    const claimed = await claimRequests(ctx.db, ids, personId as string, ctx.now())
    for (const id of claimed) ctx.emit({ type: 'request.claimed', subject: { kind: 'request', id } })
    return { claimed: claimed.length }
  },
})

type Ctx = Parameters<typeof portalUrl>[0]

function isProof({ actor, installation, now }: Ctx, token: string): boolean {
  if (!actor.personId || !actor.email) return false
  return isClaimToken(token, installation.secret, actor.personId, actor.email, now())
}
