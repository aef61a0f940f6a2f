import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { Email, LangSchema, Line, Text } from '../../../../kernel/schema.ts'
import { peopleNamed, portalChoices } from '../../../identity/index.ts'
import { openRequest } from '../../open-request.ts'
import { deskChoices } from '../choices.ts'

/** Somebody called or came to the counter: the desk writes their request down for them. */
export const writeForSomebody = defineOperation({
  name: 'requests.writeForSomebody',
  summary: 'Write a request down for somebody who called or came by',
  kind: 'command',
  http: { method: 'POST', path: '/desk/requests' },
  channels: ['web', 'api'],
  requires: 'requests.work',
  input: z.object({
    subject: Line(200),
    message: Text(20_000),
    type: z.string().max(41).default('message'),
    email: Email.optional().describe('Whose account has it becomes the requester'),
    name: Line(100).optional(),
    lang: LangSchema.optional().describe('That the requester reads'),
    portal: z.string().max(41).optional(),
  }),
  output: z.object({ reference: z.string() }),
  async handle(ctx, { subject, message, type, email, name, lang, portal }) {
    if (!(await deskChoices(ctx)).types.some((one) => one.id === type))
      throw refuse.field('type', 'requests.desk.unknownType')
    if (portal && !(await portalChoices(ctx)).some((one) => one.key === portal))
      throw refuse.field('portal', 'refusal.choice')
    const known = email ? (await peopleNamed(ctx, email, 10)).find((person) => person.email === email) : undefined
    const { reference } = await openRequest(ctx, {
      type,
      subject,
      message,
      requesterId: known?.id ?? null,
      contactName: known ? null : (name ?? null),
      contactEmail: known ? null : (email ?? null),
      authorName: known?.name ?? name ?? email ?? null,
      ...(lang ? { lang } : {}),
      ...(portal ? { portal } : {}),
    })
    return { reference }
  },
})
