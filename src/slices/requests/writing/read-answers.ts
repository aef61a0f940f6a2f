import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { answerRows, readDraft } from '../../forms/index.ts'
import { AnswerRowView } from './answer-row-view.ts'

/** What was filled in so far, in words: to be looked over before it is sent. */
export const readAnswers = defineOperation({
  name: 'requests.readAnswers',
  summary: 'Read a filled-in form in words before sending it',
  kind: 'query',
  http: { method: 'GET', path: '/request-drafts/{draft}' },
  channels: ['web', 'api'],
  requires: 'anyone',
  input: z.object({ draft: z.string().max(60) }),
  output: z.object({ address: z.string(), isComplete: z.boolean(), rows: z.array(AnswerRowView) }),
  load: (ctx, { draft }) => readDraft(ctx, draft),
  handle: async (ctx, _input, draft) => ({
    address: draft.address,
    isComplete: draft.checked.issues.length === 0,
    rows: await answerRows(ctx, draft.form.definition, draft.checked.answers),
  }),
})
