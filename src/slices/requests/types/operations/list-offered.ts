import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { textIn } from '../../../identity/index.ts'
import { isOfferedTo } from '../../request-type.ts'
import { listTypes } from '../../store/types.ts'

/** What somebody may write about: the kinds that are offered to them, in this portal. */
export const listOffered = defineOperation({
  name: 'requests.listKinds',
  summary: 'List the kinds of requests that I may write here',
  kind: 'query',
  http: { method: 'GET', path: '/request-kinds' },
  channels: ['web', 'api', 'mcp'],
  requires: 'anyone',
  input: z.object({
    show: z
      .enum(['offered', 'all'])
      .default('offered')
      .describe('`all`: also those that only Theke opens, for narrowing lists'),
  }),
  output: z.object({
    types: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        words: z.string().describe('When to choose it'),
        icon: z.string(),
        hasForm: z.boolean().describe('It asks for more than a message'),
      }),
    ),
  }),
  examples: [{ title: 'What can I write about?', input: {} }],
  async handle(ctx, { show }) {
    const types = (await listTypes(ctx.db)).filter((type) =>
      show === 'all' ? !type.retired : isOfferedTo(type, ctx.actor),
    )
    return {
      types: types.map((type) => ({
        key: type.key,
        name: textIn(type.names, ctx.lang, type.key),
        words: textIn(type.words, ctx.lang),
        icon: type.icon,
        hasForm: type.formKey !== null,
      })),
    }
  },
})
