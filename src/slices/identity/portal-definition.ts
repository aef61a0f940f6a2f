import { z } from 'zod'
import { LANGS } from '../../kernel/lang.ts'
import { Texts } from './rules.ts'

/** Where a link of the home page leads: `article:<key>`, `category:<path>`, `search:<words>`, `page:<path>` or `contact`. */
export const HomeLink = z
  .string()
  .max(300)
  .regex(/^(contact|(article|category|search|page):.+)$/)

const Entry = z.object({ link: HomeLink, text: Texts })
const Tile = z.object({ icon: z.string().max(60), link: HomeLink, title: Texts, note: Texts.default({}) })

/** What a portal's home page says, by language. */
export const Home = z.object({
  greeting: Texts.default({}),
  lead: Texts.default({}),
  placeholder: Texts.default({}),
  asked: z.array(Entry).max(6).default([]),
  tiles: z.array(Tile).max(12).default([]),
  popular: z.array(Entry).max(12).default([]),
})
export type Home = z.infer<typeof Home>

/** Everything about a portal that administrators edit, kept as versions. */
export const PortalDefinition = z.object({
  names: Texts,
  langs: z.array(z.enum(LANGS)).min(1),
  hosts: z.array(z.string().max(253)).max(20),
  /** OKLCH: lightness 0–1, chroma, hue in degrees. */
  accent: z.object({ l: z.number().min(0).max(1), c: z.number().min(0).max(0.4), h: z.number().min(0).max(360) }),
  /** Whether visitors may open an account themselves. */
  signUp: z.boolean(),
  home: Home,
})
export type PortalDefinition = z.infer<typeof PortalDefinition>
