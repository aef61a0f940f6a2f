import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseReference, reference } from '../../kernel/ids.ts'

/** Where a case stands. */
export const STATES = ['new', 'approval', 'open', 'waiting', 'solved', 'closed'] as const
export type State = (typeof STATES)[number]
/** How a case ended. */
export const ENDINGS = ['solved', 'withdrawn', 'declined', 'merged'] as const
export type Ending = (typeof ENDINGS)[number]

/** 1 is the highest. */
export const PRIORITIES = [1, 2, 3, 4] as const
export type Priority = (typeof PRIORITIES)[number]
/** Impact and urgency: 1 high, 2 middle, 3 low. */
export const LEVELS = [1, 2, 3] as const
export type Level = (typeof LEVELS)[number]

/** Allowed transitions; drawn in the README. */
const TRANSITIONS: Record<State, readonly State[]> = {
  new: ['approval', 'open', 'waiting', 'solved', 'closed'],
  approval: ['open', 'closed'],
  open: ['waiting', 'solved', 'closed'],
  waiting: ['open', 'solved', 'closed'],
  solved: ['open', 'closed'],
  closed: ['open'],
}

/** Whether a case may go from one state to another. */
export function canBecome(from: State, to: State): boolean {
  return TRANSITIONS[from].includes(to)
}

/** Somebody else is to act: what was promised stands still. */
export function isPause(state: State): boolean {
  return state === 'waiting' || state === 'approval'
}

/** Whether what was promised still has to be kept: the answer until there is one, then the solution if one was promised. */
export function isPromiseAhead(request: { answered_at: Date | null; resolve_by: Date | null }): boolean {
  return request.answered_at === null || request.resolve_by !== null
}

/** Whether the date that was told is one for the solution: the answer was given, or none was promised beside it (orders). */
export function isSolutionPromised(
  request: Readonly<Record<'answered_at' | 'first_response_by' | 'resolve_by', Date | null>>,
): boolean {
  return request.answered_at !== null || (request.first_response_by === null && request.resolve_by !== null)
}

/**
 * States that the desk may choose from here. Approval begins with an order and ends with a decision, and what is closed is opened again by
 * its requester: none of that is the desk's.
 */
export function nextStates(from: State): readonly State[] {
  if (from === 'approval') return ['closed']
  if (from === 'closed') return []
  return TRANSITIONS[from].filter((to) => to !== 'approval')
}

/** The state after the requester has written: what waited for them, or seemed solved, is to be dealt with again. */
export function stateAfterReply(from: State): State {
  return from === 'waiting' || from === 'solved' ? 'open' : from
}

/** Whether the requester may still write to it or withdraw it. */
export function isOpenToRequester(state: State): boolean {
  return state !== 'closed'
}

export function isWithdrawable(state: State): boolean {
  return state !== 'solved' && state !== 'closed'
}

/** Whether its requester may say that it is settled. */
export function isClosable(state: State): boolean {
  return state === 'open' || state === 'waiting' || state === 'solved'
}

/** Whether how it was dealt with can be rated: once somebody has dealt with it. */
export function isRatable({ state, ending }: { state: State; ending: Ending | null }): boolean {
  return state === 'solved' || (state === 'closed' && ending !== 'withdrawn')
}

const DAY_MS = 86_400_000

/** Whether its requester may open it again: for so many days after it was closed, unless they took it back themselves. */
export function isReopenable(
  request: { state: State; ending: Ending | null; closed_at: Date | null },
  days: number,
  now: Date,
): boolean {
  if (request.state !== 'closed' || request.ending === 'withdrawn' || !request.closed_at) return false
  return now.getTime() - request.closed_at.getTime() <= days * DAY_MS
}

/** The reference that people see. */
export const referenceOf = (number: number) => reference('R', number)

/** The number in a reference as somebody typed it, or null. */
export const numberOf = (typed: string) => parseReference('R', typed)

const MAC_BYTES = 16
const LINK_LENGTH = 43

/**
 * The secret of a tracking link: the request's id and a signature of it. Not kept anywhere, so that no copy of the database opens
 * requests; worthless once the version grows.
 */
export function linkOf(secret: string, id: string, version: number): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, sign(secret, `request link ${id} ${version}`).subarray(0, MAC_BYTES)]).toString(
    'base64url',
  )
}

/** The id that a tracking link speaks of, not proven yet; null when it is no link at all. */
export function idOfLink(link: string): string | null {
  if (link.length !== LINK_LENGTH || !/^[\w-]+$/.test(link)) return null
  const hex = Buffer.from(link, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Whether a tracking link was made by us for this request and version. */
export function isLinkOf(link: string, secret: string, id: string, version: number): boolean {
  return isSame(link, linkOf(secret, id, version))
}

/** The secret of a link in a mail that does one thing: say how satisfied one was. It opens nothing. */
export function ratingLinkOf(secret: string, id: string, version: number): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, sign(secret, `request rating ${id} ${version}`).subarray(0, MAC_BYTES)]).toString(
    'base64url',
  )
}

export function isRatingLinkOf(link: string, secret: string, id: string, version: number): boolean {
  return isSame(link, ratingLinkOf(secret, id, version))
}

/** Letters and digits that cannot be mistaken for each other. */
const CODE_LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679'

/** The code that opens a request together with its reference: eight characters, easy to type and to say. */
export function codeOf(secret: string, id: string, version: number): string {
  const bytes = sign(secret, `request code ${id} ${version}`)
  const letters = Array.from(bytes.subarray(0, 8), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Whether a code is the one of this request, however it was typed. */
export function isCodeOf(typed: string, secret: string, id: string, version: number): boolean {
  return isSame(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''), codeOf(secret, id, version).replace('-', ''))
}

/** Nobody writes a message in less than this; programs do. */
export const QUICKEST_FORM_MS = 1500
/** A form is good for a day. */
const FORM_LIFETIME_MS = 86_400_000

/** Something that only a form of ours has: when it was opened, and a key that makes sending it twice harmless. */
export function formTokenOf(secret: string, key: string, openedAt: Date): string {
  const opened = openedAt.getTime().toString(36)
  return `${opened}.${key}.${sign(secret, `request form ${opened} ${key}`).toString('base64url').slice(0, 22)}`
}

/** What a form token says: its key, or why it does not count. */
export function readFormToken(
  token: string,
  secret: string,
  now: Date,
): { key: string } | 'wrong' | 'too_quick' | 'too_old' {
  const [opened = '', key = ''] = token.split('.')
  const openedAt = new Date(Number.parseInt(opened, 36))
  if (Number.isNaN(openedAt.getTime()) || !isSame(token, formTokenOf(secret, key, openedAt))) return 'wrong'
  const age = now.getTime() - openedAt.getTime()
  if (age < QUICKEST_FORM_MS) return 'too_quick'
  return age > FORM_LIFETIME_MS ? 'too_old' : { key }
}

function sign(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

function isSame(a: string, b: string): boolean {
  const one = Buffer.from(a)
  const other = Buffer.from(b)
  return one.length === other.length && timingSafeEqual(one, other)
}
