import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { audienceChoices } from '../../identity/index.ts'
import { namesOf, Texts, textIn } from '../content.ts'
import { ANNOUNCED } from '../rules.ts'
import { listForKeeping } from '../store/announcements.ts'
import { listEditable } from '../store/services.ts'
import { announcementView } from '../views.ts'

/** Services that can be chosen at most. */
const MOST = 500
const Choice = z.object({ value: z.string(), label: z.string() })

export const listAnnouncements = defineOperation({
  name: 'catalogue.listAnnouncements',
  summary: 'List the announcements about services, for those who make them',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/announcements' },
  channels: ['web', 'api'],
  requires: 'catalogue.announce',
  input: z.object(PageInput),
  output: pageOf(
    z.object({
      id: Id,
      kind: z.enum(ANNOUNCED),
      title: z.string(),
      titles: Texts,
      texts: Texts,
      audienceId: Id.nullable(),
      startsAt: Instant,
      expectedEnd: Instant.nullable(),
      endedAt: Instant.nullable(),
      services: z.array(z.object({ id: Id, key: z.string(), name: z.string() })),
      updates: z.array(z.object({ at: Instant, text: z.string() })),
      incident: z.string().nullable().describe('Reference of the major incident by which the desk keeps it up'),
    }),
  ).extend({ choices: z.object({ services: z.array(Choice), audiences: z.array(Choice) }) }),
  examples: [{ title: 'All', input: {} }],
  async handle(ctx, { cursor, limit }) {
    const rows = await listForKeeping(ctx.db, {
      after: cursor ? String(decodeCursor(cursor, 1)[0]) : null,
      limit: limit + 1,
    })
    const { items, next } = cutPage(rows, limit, (row) => [row.id])
    // Whoever announces names any service, also those that others keep up.
    const all = { ...ctx, actor: { ...ctx.actor, permissions: new Set(['catalogue.manage']) } }
    const services = await listEditable(all, { after: null, limit: MOST })
    return {
      next,
      items: items.map((one) => ({
        ...announcementView(ctx, one),
        titles: one.titles,
        texts: one.texts,
        audienceId: one.audienceId,
      })),
      choices: {
        services: services.map(({ id, key, definition }) => ({
          value: id,
          label: textIn(namesOf(definition), ctx.lang) || key,
        })),
        audiences: (await audienceChoices(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      },
    }
  },
})
