import { z } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import { Id, Instant, LangSchema } from '../../kernel/schema.ts'
import { Price, textIn, textsIn } from './content.ts'
import { ANNOUNCED, STATUSES } from './rules.ts'
import type { Announcement } from './store/announcements.ts'
import type { Service } from './store/services.ts'

/** A service in a list. */
export const ServiceCard = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  lang: LangSchema.describe('The language that its texts are in'),
  summary: z.string(),
  icon: z.string(),
  pictureUrl: z.string().nullable(),
  category: z.object({ key: z.string(), title: z.string() }).nullable(),
  price: Price,
  promiseDays: z.number().nullable().describe('Working days until it is there'),
  isHeld: z.boolean().describe('Once delivered it is one of one’s own services'),
  status: z.enum(STATUSES),
  mayOrder: z.boolean(),
})
export type ServiceCard = z.output<typeof ServiceCard>

export function cardOf(ctx: Pick<Ctx, 'lang'>, service: Service): z.input<typeof ServiceCard> {
  const { definition } = service
  const texts = textsIn(definition, ctx.lang)
  return {
    id: service.id,
    key: service.key,
    name: texts.name || service.key,
    lang: texts.lang,
    summary: texts.summary,
    icon: definition.icon,
    pictureUrl: definition.pictureId ? `/files/${definition.pictureId}/picture` : null,
    category: service.category && { key: service.category.key, title: textIn(service.category.titles, ctx.lang) },
    price: definition.price,
    promiseDays: definition.promiseDays,
    isHeld: definition.isHeld,
    status: service.status,
    mayOrder: service.mayOrder,
  }
}

/** Something wrong with services, or planned. */
export const AnnouncementView = z.object({
  id: Id,
  kind: z.enum(ANNOUNCED),
  title: z.string(),
  text: z.string(),
  startsAt: Instant,
  expectedEnd: Instant.nullable(),
  endedAt: Instant.nullable(),
  services: z.array(z.object({ id: Id, key: z.string(), name: z.string() })),
  updates: z.array(z.object({ at: Instant, text: z.string() })),
  incident: z.string().nullable().describe('Reference of the major incident that it stands for'),
})
export type AnnouncementView = z.output<typeof AnnouncementView>

export function announcementView(ctx: Pick<Ctx, 'lang'>, one: Announcement): z.input<typeof AnnouncementView> {
  return {
    id: one.id,
    kind: one.kind,
    title: textIn(one.titles, ctx.lang),
    text: textIn(one.texts, ctx.lang),
    startsAt: one.startsAt,
    expectedEnd: one.expectedEnd,
    endedAt: one.endedAt,
    incident: one.incident,
    services: one.services.map(({ id, key, definition }) => ({
      id,
      key,
      name: textsIn(definition, ctx.lang).name || key,
    })),
    updates: one.updates.map(({ at, texts }) => ({ at: new Date(at), text: textIn(texts, ctx.lang) })),
  }
}
