import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { hashKey } from '../../identification.ts'
import { Answers, SetUpSecret } from '../rules.ts'
import { findDraft, isSetUpDone } from '../store.ts'

export const readSetUp = defineOperation({
  name: 'identity.readSetUp',
  summary: 'Read what has been answered so far; null for whoever has not begun. Not found once Theke is set up.',
  kind: 'query',
  channels: ['web'],
  requires: 'anyone',
  input: z.object({ secret: SetUpSecret.nullable().catch(null) }),
  output: z.object({ answers: Answers.nullable() }),
  access: async (ctx) => !(await isSetUpDone(ctx.db)),
  handle: async (ctx, { secret }) => ({ answers: (secret && (await findDraft(ctx.db, hashKey(secret)))) || null }),
})
