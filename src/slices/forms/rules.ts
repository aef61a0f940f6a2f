import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Line } from '../../kernel/schema.ts'

/** What answers are given for: shown while filling in, and where the finished ones are taken. */
export const Purpose = z.object({
  /** `service`, `request`, `flow`, … */
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  title: Line(200),
  /** Path after the language, of the page that takes the finished answers; `?draft=` is put behind it. */
  path: z.string().regex(/^\/[^\s]{0,300}$/),
})
export type Purpose = z.infer<typeof Purpose>

/** Days for which answers under way are kept after the last change. */
export const DRAFT_DAYS = 30

/** When a draft is removed, unless it is changed before. */
export function keptUntil(changedAt: Date): Date {
  return new Date(changedAt.getTime() + DRAFT_DAYS * 86_400_000)
}

/** Owner of the files of a draft. */
export const filesOfDraft = (id: string) => `draft:${id}`

const LINK_LENGTH = 43

/** The address of a draft for whoever has it: the id and a signature of it. Kept nowhere. */
export function linkOfDraft(secret: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const signature = createHmac('sha256', secret).update(`form draft ${id}`).digest().subarray(0, 16)
  return Buffer.concat([bytes, signature]).toString('base64url')
}

/** The draft that an address speaks of: by id (only for its owner) or by link; null when it is neither. */
export function readDraftAddress(secret: string, address: string): { id: string; linked: boolean } | null {
  if (z.uuid().safeParse(address).success) return { id: address, linked: false }
  if (address.length !== LINK_LENGTH || !/^[\w-]+$/.test(address)) return null
  const hex = Buffer.from(address, 'base64url').subarray(0, 16).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const expected = Buffer.from(linkOfDraft(secret, id))
  const given = Buffer.from(address)
  return expected.length === given.length && timingSafeEqual(expected, given) ? { id, linked: true } : null
}
