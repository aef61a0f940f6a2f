import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { type Facts, NOBODY } from '../../kernel/audience.ts'
import type { Database } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/events.ts'
import type { Credentials, Identification, Portal } from '../../kernel/identification.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type AudienceRule, audiencesOf, cutToScopes, SESSION_LIFETIME, SESSION_TOUCH } from './rules.ts'
import { isSetUpDone } from './set-up/store.ts'
import { listAudienceRules, listPortals } from './store/known.ts'
import {
  findIdentifiedByApiKey,
  findIdentifiedBySession,
  type IdentifiedRow,
  touchApiKey,
  touchSession,
} from './store/sessions.ts'

/** How long what is known of a caller may be reused without looking. Milliseconds; events shorten it. */
const FRESH = 1000
const MOST_KEPT = 5000

/** Events after which what is known of callers may be wrong. */
const CHANGES_CALLERS = /^(session|person|role|team|organisation|audience|api-key|portal)[.]/

interface Kept {
  actor: Omit<Actor, 'channel' | 'portal' | 'address'>
  until: number
}

/** Sessions ended in this process a moment ago: they stop at once, before the event has come round. */
const ended = new Map<string, number>()

/** Makes sessions stop in this process at once, whatever is kept of them. */
export function endHere(tokens: readonly string[]): void {
  const now = Date.now()
  for (const [token, at] of ended) if (at < now - 60_000) ended.delete(token)
  for (const token of tokens) ended.set(token, now)
}

/** The form in which an API key is kept. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** The session token in a signed cookie (`token.signature`), or null when the signature is not ours. */
export function readSessionCookie(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const own = createHmac('sha256', secret).update(token).digest()
  return given.length === own.length && timingSafeEqual(given, own) ? token : null
}

/**
 * Says who is calling, and which portals there are. What it finds is kept for a second per process; `follow` drops it as soon as an
 * event says that it may be wrong.
 * @param secret the installation's secret, which signs session cookies
 */
export function createIdentification(secret: string): Identification & { follow(events: readonly Event[]): void } {
  let setUp = false
  let callers = new Map<string, Kept>()
  let portalList: { list: readonly Portal[]; until: number } | null = null
  let audienceList: { list: readonly AudienceRule[]; nobody: ReadonlySet<string>; until: number } | null = null

  async function audiences(db: Database) {
    if (!audienceList || audienceList.until < Date.now()) {
      const list = await listAudienceRules(db)
      audienceList = { list, nobody: audiencesOf(list, NOBODY), until: Date.now() + FRESH }
    }
    return audienceList
  }

  function keep(key: string, actor: Kept['actor'], expiresAt: Date | null): Kept['actor'] {
    if (callers.size >= MOST_KEPT) callers = new Map()
    callers.set(key, { actor, until: Math.min(Date.now() + FRESH, expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) })
    return actor
  }

  async function bySession(db: Database, cookie: string): Promise<Kept['actor'] | null> {
    const token = readSessionCookie(cookie, secret)
    if (!token || ended.has(token)) return null
    const kept = callers.get(token)
    if (kept && kept.until > Date.now()) return kept.actor
    const row = await findIdentifiedBySession(db, token)
    if (!row) return null
    if (Date.now() - row.usedAt.getTime() > SESSION_TOUCH * 1000)
      await touchSession(db, row.sessionId, SESSION_LIFETIME)
    const actor = { ...known(row, (await audiences(db)).list), sessionId: row.sessionId, apiKeyId: null }
    return keep(token, actor, row.expiresAt)
  }

  async function byApiKey(db: Database, key: string): Promise<Kept['actor']> {
    const hash = hashKey(key)
    const kept = callers.get(hash)
    if (kept && kept.until > Date.now()) return kept.actor
    const row = await findIdentifiedByApiKey(db, hash)
    if (!row) throw refuse.unauthenticated()
    if (!row.usedAt || Date.now() - row.usedAt.getTime() > SESSION_TOUCH * 1000) await touchApiKey(db, row.apiKeyId)
    const person = known(row, (await audiences(db)).list)
    const actor = {
      ...person,
      permissions: cutToScopes(row.permissions, row.scopes),
      sessionId: null,
      apiKeyId: row.apiKeyId,
    }
    return keep(hash, actor, row.expiresAt)
  }

  return {
    async portals(db) {
      if (!portalList || portalList.until < Date.now())
        portalList = { list: await listPortals(db), until: Date.now() + FRESH }
      return portalList.list
    },
    async isSetUp(db) {
      setUp ||= await isSetUpDone(db)
      return setUp
    },
    async identify(db: Database, { channel, portal, session, apiKey, address }: Credentials): Promise<Actor> {
      if (apiKey) return { ...(await byApiKey(db, apiKey)), channel, portal, address }
      const actor = session ? await bySession(db, session) : null
      if (actor) return { ...actor, channel, portal, address }
      return anonymous(channel, portal, { audiences: (await audiences(db)).nobody, address })
    },
    follow(events) {
      if (!events.some((event) => CHANGES_CALLERS.test(event.type))) return
      callers = new Map()
      portalList = null
      audienceList = null
    },
  }
}

/** The facts of a person, as audiences ask for them. */
export function factsOf(row: IdentifiedRow): Facts {
  return {
    signedIn: true,
    role: row.roles,
    organisation: row.organisations,
    team: row.teams,
    product: row.products,
    place: row.places,
    language: [row.language],
    stage: row.stages,
    tag: row.tags,
  }
}

function known(row: IdentifiedRow, audiences: readonly AudienceRule[]) {
  const facts = factsOf(row)
  return {
    personId: row.personId,
    name: row.name,
    email: row.email,
    permissions: new Set(row.permissions),
    audiences: audiencesOf(audiences, facts),
    facts,
  }
}
