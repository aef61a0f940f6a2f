import { z } from 'zod'
import { type Facts, matches, type Rule } from '../../kernel/audience.ts'
import { LANGS, type Lang } from '../../kernel/lang.ts'

/** Text in some of the interface's languages. */
export const Texts = z.partialRecord(z.enum(LANGS), z.string().max(500))
export type Texts = z.infer<typeof Texts>

/** The text in the reader's language or the first other one there is; `fallback` when there is none. */
export function textIn(texts: unknown, lang: Lang, fallback = ''): string {
  const byLang = (texts ?? {}) as Partial<Record<string, string>>
  return byLang[lang] || LANGS.map((other) => byLang[other]).find(Boolean) || fallback
}

/** How long a session lives after its last use. Seconds. */
export const SESSION_LIFETIME = 30 * 86_400
/** How long a browser keeps the cookie of a session: the longest that a session in steady use lasts. Seconds. */
export const SESSION_COOKIE_LIFETIME = 180 * 86_400
/** Sessions note their use at most so often. Seconds. */
export const SESSION_TOUCH = 600
export const INVITATION_LIFETIME = 14 * 86_400
/** Wrong passwords for one mailbox within the window before it has to wait. */
export const FAILURES = { limit: 10, seconds: 900 }
/** The same from one network address, for whichever mailboxes: one password tried on many. An office may sit behind one address. */
export const FAILURES_FROM = { limit: 100, seconds: 900 }

/** An audience as it is kept in memory. */
export interface AudienceRule {
  id: string
  rule: Rule
}

/** Ids of the audiences whose rule holds for somebody. */
export function audiencesOf(audiences: readonly AudienceRule[], facts: Facts): ReadonlySet<string> {
  return new Set(audiences.filter((audience) => matches(audience.rule, facts)).map((audience) => audience.id))
}

/** What an API key may do: what its person may, cut to the key's scopes. */
export function cutToScopes(permissions: readonly string[], scopes: readonly string[]): Set<string> {
  if (permissions.includes('*')) return new Set(scopes)
  return new Set(scopes.filter((scope) => permissions.includes(scope)))
}

/**
 * Where to go after signing in: a path on this installation, never another site. `//host`, `/\host` and control characters, which
 * browsers read as another host, are refused.
 */
export function safeNext(next: string | undefined): string | null {
  if (!next || next.length > 2000) return null
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(next) ? next : null
}

/** A short name of a device, from its User-Agent: `Firefox · Windows`. Words of makers, not to be translated. */
export function deviceName(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const browser = [
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/(Firefox|FxiOS)\//, 'Firefox'],
    [/(Chrome|CriOS)\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1]
  const machine = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'macOS'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1]
  return [browser, machine].filter(Boolean).join(' · ')
}
