import { z } from 'zod'
import { LANGS } from '../../kernel/lang.ts'
import { Id } from '../../kernel/schema.ts'
import { Home } from './portal-definition.ts'
import { Names } from './views.ts'

/** First parts of addresses that are taken by the installation itself. */
const RESERVED = [
  'api',
  'assets',
  'brand',
  'files',
  'sign-on',
  'scheme',
  'healthz',
  'readyz',
  'metrics',
  'mcp',
  'offline',
  'set-up',
]

/** The part of a portal's addresses that names it. Never a language or an address of the installation. */
export const PortalKey = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/, { error: 'identity.portal.keyForm' })
  .refine((key) => !RESERVED.includes(key), { error: 'identity.portal.keyReserved' })

/** A host name such as `hilfe.example.org`, small, without port. */
export const Host = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z
      .string()
      .max(253)
      .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, {
        error: 'identity.portal.hostForm',
      }),
  )

/** OKLCH: lightness 0–1, chroma, hue in degrees. */
export const Accent = z.object({
  l: z.number().min(0).max(1),
  c: z.number().min(0).max(0.4),
  h: z.number().min(0).max(360),
})

/** What can be set for a portal. */
export const PortalInput = {
  names: Names,
  langs: z
    .array(z.enum(LANGS))
    .min(1, { error: 'identity.portal.langsNeeded' })
    .max(LANGS.length)
    .transform((langs) => [...new Set(langs)]),
  hosts: z
    .array(Host)
    .max(20)
    .transform((hosts) => [...new Set(hosts)]),
  accent: Accent,
  signUp: z.boolean(),
  /** Who may enter; null: everybody. */
  entryAudienceId: Id.nullable(),
  /** A picture uploaded before; null: none. */
  logoFileId: Id.nullable(),
  home: Home,
}

export const PortalView = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  version: z.number(),
  names: z.partialRecord(z.enum(LANGS), z.string()),
  langs: z.array(z.enum(LANGS)),
  hosts: z.array(z.string()),
  accent: Accent,
  signUp: z.boolean(),
  entryAudienceId: Id.nullable(),
  logoFileId: Id.nullable(),
  home: Home,
})
