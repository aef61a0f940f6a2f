import type { Actor, Channel } from './actor.ts'
import type { Database } from './ctx.ts'
import type { Lang } from './lang.ts'

/** A portal of the installation: what somebody enters. */
export interface Portal {
  key: string
  /** The one without a key in its addresses. */
  isDefault: boolean
  /** Name by language. */
  names: Partial<Record<Lang, string>>
  /** Languages offered; the first is the fall-back. */
  langs: readonly Lang[]
  /** Host names at which this portal is the default one. */
  hosts: readonly string[]
  /** Audience that may enter; null: everybody. Sign-in and static pages stay reachable. */
  entry: string | null
  /** Accent colour of the brand, OKLCH `l c h`. */
  accent: { l: number; c: number; h: number }
  logoUrl: string | null
  /** Changes whenever the brand does. */
  brandVersion: string
}

/** What a channel knows of a caller before anybody has looked. */
export interface Credentials {
  channel: Channel
  /** Key of the portal the call is for. */
  portal: string
  /** Value of the session cookie. */
  session?: string | undefined
  /** Key from `Authorization: Bearer …`. */
  apiKey?: string | undefined
  /** Network address. */
  address: string | null
}

/** What adapters need of identity. Implemented by the slice `identity`. */
export interface Identification {
  /** All portals, the default one first. Kept per process, current within a second. */
  portals(db: Database): Promise<readonly Portal[]>
  /** Whether there is somebody who administers the installation. Once it is so it stays so, and is no longer looked up. */
  isSetUp(db: Database): Promise<boolean>
  /**
   * Who is calling: anonymous when the session is missing or over. A wrong or revoked API key refuses with `unauthenticated`.
   * Includes permissions (for API keys: cut to its scopes) and audiences.
   */
  identify(db: Database, credentials: Credentials): Promise<Actor>
}
