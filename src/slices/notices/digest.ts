import type { Ctx } from '../../kernel/ctx.ts'
import { contactsOfPersons, portalUrl } from '../identity/index.ts'
import { said } from './notify.ts'
import { listDigestPersons, takeDigest } from './store.ts'

/** So many people in one transaction. */
const BATCH = 100

/** One mail a person with everything that waits for it. True: there are more people. */
export async function sendDigests(ctx: Ctx): Promise<boolean> {
  const ids = await listDigestPersons(ctx.db, BATCH)
  const contacts = await contactsOfPersons(ctx, ids)
  for (const id of ids) {
    const waiting = await takeDigest(ctx.db, id)
    const contact = contacts.find((one) => one.id === id)
    if (!contact || waiting.length === 0) continue
    const { name, email, lang } = contact
    const t = ctx.texts(lang)
    const bases = new Map<string, string>()
    for (const { portal } of waiting) if (!bases.has(portal)) bases.set(portal, await portalUrl(ctx, portal, lang, ''))
    const lines = waiting.map(({ title, portal, path }) => `${said(t, title)}\n${bases.get(portal)}${path}`)
    const choose = `${[...bases.values()][0]}/account/notifications`
    await ctx.mail.send({
      to: { email, name, lang },
      subject: t('notices.digest.subject', { count: waiting.length }),
      text: [
        t('notices.mail.greeting', { name }),
        t('notices.digest.text'),
        ...lines,
        t('notices.digest.end', { choose }),
      ].join('\n\n'),
      about: 'notification:digest',
    })
  }
  return ids.length === BATCH
}
