import { z } from 'zod'
import { mailSender } from '../../../kernel/mail.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { organisationPages } from '../organisation.ts'

/** What administrators have set for the whole installation. */
export const readSettings = defineOperation({
  name: 'administration.readSettings',
  summary: 'Read the settings of the installation: sender of mails, legal pages',
  kind: 'query',
  http: { method: 'GET', path: '/settings' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({ mailSender: mailSender.schema, pages: organisationPages.schema, sendsMail: z.boolean() }),
  examples: [{ title: 'All settings', input: {} }],
  handle: async (ctx) => ({
    mailSender: await ctx.settings.get(mailSender),
    pages: await ctx.settings.get(organisationPages),
    sendsMail: ctx.installation.sendsMail,
  }),
})
