import { z } from 'zod'
import { mailSender } from '../../../kernel/mail.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { cleanLine, Email } from '../../../kernel/schema.ts'

const Address = z.union([z.literal(''), Email])

/** Sets who mails come from. */
export const setMailSender = defineOperation({
  name: 'administration.setMailSender',
  summary: 'Set who mails come from, and where replies go',
  kind: 'command',
  http: { method: 'PUT', path: '/settings/mail-sender' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ name: z.string().max(100).transform(cleanLine), address: Address, replyTo: Address }),
  output: mailSender.schema,
  async handle(ctx, sender) {
    await ctx.settings.set(mailSender, sender)
    return sender
  },
})
