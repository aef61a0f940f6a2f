import { type Facts, NOBODY } from './audience.ts'

/** The ways in which somebody reaches Theke. `system` is Theke itself: jobs, reactions, the command line. */
export type Channel = 'web' | 'api' | 'mcp' | 'mail' | 'phone' | 'system'

/** A named permission, `slice.verb-noun` such as `knowledge.write`. Roles are sets of them. */
export type Permission = `${string}.${string}`

/** Who is acting, through which channel, in which portal. Worked out once a call and never changed. */
export interface Actor {
  /** null: somebody who is not signed in. */
  readonly personId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly permissions: ReadonlySet<string>
  /** Ids of the audiences that the actor is in. Visibility in SQL and in the search index is decided with it. */
  readonly audiences: ReadonlySet<string>
  readonly facts: Facts
  readonly channel: Channel
  /** Key of the portal in which the actor is. */
  readonly portal: string
  /** Session or API key behind the call, for the access log and for signing out. */
  readonly sessionId: string | null
  readonly apiKeyId: string | null
  /** Network address, for rate limits only; never stored with what people write. */
  readonly address: string | null
}

/** Somebody not signed in. */
export function anonymous(channel: Channel, portal: string, rest: Partial<Actor> = {}): Actor {
  return {
    personId: null,
    name: null,
    email: null,
    permissions: new Set(),
    audiences: new Set(),
    facts: NOBODY,
    channel,
    portal,
    sessionId: null,
    apiKeyId: null,
    address: null,
    ...rest,
  }
}

/** Theke itself, acting in jobs, reactions and on the command line. May everything. */
export function system(portal = ''): Actor {
  return { ...anonymous('system', portal), name: 'Theke', permissions: new Set(['*']) }
}

/** Whether the actor holds a permission (or all of them). */
export function may(actor: Actor, permission: string): boolean {
  return actor.permissions.has(permission) || actor.permissions.has('*')
}
