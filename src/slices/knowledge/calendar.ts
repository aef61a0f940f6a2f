import type { Ctx } from '../../kernel/ctx.ts'
import type { Job } from '../../kernel/slice.ts'
import type { TextKey } from '../../kernel/text.ts'
import { publishNow } from './publish.ts'
import { listDue, type Reminder, takeDueForCheck, takeExpiring, withdrawExpired } from './store/calendar.ts'

/** How much of each kind one run does; the rest is done a minute later. */
const AT_ONCE = 50

/** Every minute: publishes what is scheduled, takes away what has expired, reminds owners. Twice does no harm. */
export const keepCalendar: Job = {
  name: 'knowledge.keepCalendar',
  schedule: '* * * * *',
  async handle(ctx) {
    for (const translation of await listDue(ctx, AT_ONCE)) await publishNow(ctx, translation)
    for (const id of await withdrawExpired(ctx, AT_ONCE))
      ctx.emit({ type: 'article.expired', subject: { kind: 'article', id } })
    for (const reminder of await takeExpiring(ctx, AT_ONCE)) await remind(ctx, reminder, 'expiring')
    for (const reminder of await takeDueForCheck(ctx, AT_ONCE)) await remind(ctx, reminder, 'due')
  },
}

async function remind(ctx: Ctx, { id, title, on, email, name, language }: Reminder, why: 'expiring' | 'due') {
  const t = ctx.texts(language)
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full' }).format(on)
  const link = `${ctx.installation.url}/${language}/admin/articles/${id}`
  await ctx.mail.send({
    to: { email, name, lang: language },
    subject: t(`knowledge.mail.${why}.subject` as TextKey, { title }),
    text: t(`knowledge.mail.${why}.text` as TextKey, { name, title, day, link }),
    about: `article:${id}`,
  })
}
