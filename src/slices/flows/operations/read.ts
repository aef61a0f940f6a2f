import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { LangSchema } from '../../../kernel/schema.ts'
import { stepOf } from '../journey.ts'
import { findFlowFor } from '../store/flows.ts'
import { textAndLang } from '../texts.ts'
import { StepView, stepView } from '../views.ts'

/** What a flow is for, and its first question. */
export const read = defineOperation({
  name: 'flows.read',
  summary: 'Read what guided help is for, and its first question; answer it with `flows.begin`',
  kind: 'query',
  http: { method: 'GET', path: '/flows/{key}' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object({ key: z.string().min(1).max(60) }),
  output: z.object({
    key: z.string(),
    version: z.number().int(),
    title: z.string(),
    lead: z.string(),
    lang: LangSchema,
    topic: z.string(),
    langs: z.array(LangSchema).describe('Languages that it is written in'),
    step: StepView.nullable().describe('The first question; null when it depends on who asks'),
  }),
  examples: [{ title: 'No internet, no power', input: { key: 'outage' } }],
  load: (ctx, { key }) => findFlowFor(ctx, key),
  async handle(ctx, _input, { key, version, topic, definition }) {
    const title = textAndLang(definition.title, ctx.lang)
    const first = stepOf(definition, definition.start ?? '')
    const dependsOnWho = first.kind === 'check' || first.kind === 'lookup'
    return {
      key,
      version,
      title: title.text,
      lead: textAndLang(definition.lead, title.lang).text,
      lang: title.lang,
      topic: textAndLang(topic, ctx.lang).text,
      langs: (Object.keys(definition.title) as (keyof typeof definition.title)[]).filter(
        (lang) => definition.title[lang],
      ),
      step: dependsOnWho ? null : await stepView(ctx, definition, first, []),
    }
  },
})
