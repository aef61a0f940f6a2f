import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { cleanLine } from '../../../kernel/schema.ts'
import { deviceName, SESSION_COOKIE_LIFETIME } from '../rules.ts'
import { KEPT, refusalCode, SESSION } from './engine.ts'

/** Small secrets that a channel keeps for somebody who is signing in and hands back with the next step (cookies, on the web). */
export const Kept = z
  .partialRecord(
    z.enum(KEPT),
    z
      .string()
      .max(4000)
      .regex(/^[\x20-\x7e]*$/),
  )
  .default({})
export type Kept = z.infer<typeof Kept>

/** What the channel must keep (or, with no seconds, forget). */
export const Keep = z.array(z.object({ name: z.string(), value: z.string(), seconds: z.number() }))
export type Keep = z.infer<typeof Keep>

/** The User-Agent of the device, for the list of own sessions. */
export const Device = z
  .string()
  .max(1000)
  .transform((agent) => deviceName(cleanLine(agent)))
  .nullable()
  .default(null)

/**
 * How a step of signing in went. Wrong tries are outcomes and not refusals, so that counting them is committed.
 * - `wrong`: no such pair of address and secret, or not allowed in; never says which
 * - `second-factor`: right so far; the second factor is still to come
 * - `confirm-address`: right, but the address is not confirmed yet; the link was sent again
 * - `wait`: too many wrong tries; `wait` says for how many seconds
 * - `over`: took too long or tried too often; begin again
 */
export const SignInOutcome = z.object({
  outcome: z.enum(['signed-in', 'second-factor', 'wrong', 'confirm-address', 'wait', 'over']),
  wait: z.number().default(0),
  keep: Keep.default([]),
})
export type SignInOutcome = z.input<typeof SignInOutcome>

interface EngineAnswer {
  headers: Headers
  response: unknown
}

/** Runs a step of the engine and says how it went. */
export async function step(ctx: Ctx, run: () => Promise<EngineAnswer>): Promise<SignInOutcome> {
  try {
    const { headers, response } = await run()
    const keep = keepOf(headers)
    if ((response as { twoFactorRedirect?: boolean } | null)?.twoFactorRedirect)
      return { outcome: 'second-factor', keep }
    ctx.emit({ type: 'session.started', subject: { kind: 'person', id: personOf(response) } })
    return { outcome: 'signed-in', keep }
  } catch (error) {
    return { outcome: OUTCOMES[refusalCode(error)] ?? 'wrong' }
  }
}

const OUTCOMES: Record<string, 'confirm-address' | 'over'> = {
  EMAIL_NOT_VERIFIED: 'confirm-address',
  TOO_MANY_ATTEMPTS: 'over',
  OTP_EXPIRED: 'over',
  INVALID_TWO_FACTOR_COOKIE: 'over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'over',
  ACCOUNT_TEMPORARILY_LOCKED: 'over',
}

function personOf(response: unknown): string {
  const answer = response as { user?: { id?: string }; session?: { userId?: string } } | null
  return answer?.user?.id ?? answer?.session?.userId ?? ''
}

/** What the engine wants kept, from its `Set-Cookie` lines. */
export function keepOf(headers: Headers): Keep {
  return headers.getSetCookie().flatMap((line) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name !== SESSION && !(KEPT as readonly string[]).includes(name)) return []
    const seconds = Number(/max-age=(\d+)/i.exec(line)?.[1] ?? 0)
    const kept = name === SESSION && seconds > 0 ? SESSION_COOKIE_LIFETIME : seconds
    return [{ name, value: decodeURIComponent(value), seconds: kept }]
  })
}

/** What was kept, as the engine reads it. */
export function keptHeaders(kept: Partial<Record<string, string>>): Headers {
  const pairs = Object.entries(kept).map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
  return new Headers(pairs.length > 0 ? { cookie: pairs.join('; ') } : {})
}
