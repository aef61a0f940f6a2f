import { z } from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { cutPage, decodeCursor, PageInput, pageOf } from '../../../kernel/paging.ts'
import { type ListedFlow, listFlows } from '../store/flows.ts'
import { textAndLang } from '../texts.ts'
import { FlowItem } from '../views.ts'

/** Everything that people can be led through. */
export const list = defineOperation({
  name: 'flows.list',
  summary: 'List guided help: what people can be led through, question by question',
  kind: 'query',
  http: { method: 'GET', path: '/flows' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object(PageInput),
  output: pageOf(FlowItem),
  examples: [{ title: 'What there is', input: {} }],
  async handle(ctx, { cursor, limit }) {
    const [position, key] = cursor ? decodeCursor(cursor, 2) : []
    const after = cursor ? { position: Math.trunc(Number(position)) || 0, key: String(key) } : null
    const page = cutPage(await listFlows(ctx, after, limit + 1), limit, (row) => [row.position, row.key])
    return { ...page, items: page.items.map((row) => itemOf(ctx, row)) }
  },
})

function itemOf({ lang }: Ctx, row: ListedFlow): z.input<typeof FlowItem> {
  const title = textAndLang(row.title, lang)
  return {
    key: row.key,
    title: title.text,
    lead: textAndLang(row.lead, title.lang).text,
    lang: title.lang,
    topic: textAndLang(row.topic, lang).text,
    icon: row.icon,
    updatedAt: row.published_at,
  }
}
