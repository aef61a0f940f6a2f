import type { Ctx } from '../../../kernel/ctx.ts'
import { isLang, type Lang } from '../../../kernel/lang.ts'
import { findPerson, findPersonByEmail } from '../store/persons.ts'
import { findPortalBase } from '../store/portals.ts'

interface Addressee {
  email: string
  name: string
  language?: string | null
}

/** The language in which somebody wants mail. */
function langOf(ctx: Ctx, person: { language?: string | null }): Lang {
  return isLang(person.language) ? person.language : ctx.lang
}

/** A page of a portal (the one that the call is in) as a whole address. */
export async function pageUrl(ctx: Ctx, lang: Lang, path: string, portal = ctx.actor.portal): Promise<string> {
  return `${ctx.installation.url}${await findPortalBase(ctx.db, portal)}/${lang}${path}`
}

async function send(
  ctx: Ctx,
  to: Addressee,
  about: string,
  path: string | null,
  text: (t: Ctx['t'], link: string) => { subject: string; text: string },
  portal = ctx.actor.portal,
) {
  const lang = langOf(ctx, to)
  const link = path === null ? '' : await pageUrl(ctx, lang, path, portal)
  await ctx.mail.send({ to: { email: to.email, name: to.name, lang }, about, ...text(ctx.texts(lang), link) })
}

/** The code that signs somebody in. Nobody is written to who has no account (the engine asks only for those who have). */
export async function sendCode(ctx: Ctx, email: string, code: string): Promise<void> {
  const person = await findPersonByEmail(ctx.db, email)
  if (person?.state !== 'active' || !person.sign_in) return
  await send(ctx, { email, name: person.name, language: person.language }, `person:${person.id}`, null, (t) => ({
    subject: t('identity.mail.code.subject', { code }),
    text: t('identity.mail.code.text', { code, name: person.name }),
  }))
}

export async function sendReset(
  ctx: Ctx,
  user: { id: string; email: string; name: string },
  token: string,
): Promise<void> {
  const person = await findPersonByEmail(ctx.db, user.email)
  if (person?.state !== 'active' || !person.sign_in) return
  await send(
    ctx,
    { ...user, language: person.language },
    `person:${user.id}`,
    `/forgotten-password/${token}`,
    (t, link) => ({
      subject: t('identity.mail.reset.subject'),
      text: t('identity.mail.reset.text', { name: user.name, link }),
    }),
  )
}

export async function sendConfirmation(
  ctx: Ctx,
  user: { id: string; email: string; name: string },
  token: string,
): Promise<void> {
  const person = await findPersonByEmail(ctx.db, user.email)
  await send(
    ctx,
    { ...user, language: person?.language ?? null },
    `person:${user.id}`,
    `/sign-up/confirm?token=${encodeURIComponent(token)}`,
    (t, link) => ({
      subject: t('identity.mail.confirm.subject'),
      text: t('identity.mail.confirm.text', { name: user.name, link }),
    }),
  )
}

/** The link that proves a new address; to the new address. */
export async function sendAddressLink(
  ctx: Ctx,
  person: { id: string; email: string; name: string; language: string },
  token: string,
): Promise<void> {
  await send(ctx, person, `person:${person.id}`, `/account/address/confirm?token=${token}`, (t, link) => ({
    subject: t('identity.mail.address.subject'),
    text: t('identity.mail.address.text', { name: person.name, link }),
  }))
}

/** Somebody asked for an account with an address that has one: only its owner learns of it. */
export async function sendAlreadyKnown(
  ctx: Ctx,
  person: { id: string; email: string; name: string; language: string },
): Promise<void> {
  await send(ctx, person, `person:${person.id}`, '/sign-in', (t, link) => ({
    subject: t('identity.mail.known.subject'),
    text: t('identity.mail.known.text', { name: person.name, link }),
  }))
}

export async function sendInvitation(
  ctx: Ctx,
  invited: { id: string; email: string; name: string; language: string; portal: string; inviter: string },
  secret: string,
): Promise<void> {
  await send(
    ctx,
    invited,
    `invitation:${invited.id}`,
    `/invitation/${secret}`,
    (t, link) => ({
      subject: t('identity.mail.invitation.subject', { inviter: invited.inviter }),
      text: t('identity.mail.invitation.text', {
        name: invited.name,
        inviter: invited.inviter,
        link,
      }),
    }),
    invited.portal,
  )
}

/** Tells somebody that something about their sign-in has changed, so that a stranger's change does not stay unseen. */
export async function sendChanged(
  ctx: Ctx,
  personId: string,
  email: string | null,
  name: string,
  what: 'password' | 'factor' | 'passkey' | 'address',
): Promise<void> {
  if (!email) return
  const person = await findPerson(ctx.db, personId)
  const key = {
    password: 'identity.mail.changed.password',
    factor: 'identity.mail.changed.factor',
    passkey: 'identity.mail.changed.passkey',
    address: 'identity.mail.changed.address',
  } as const
  await send(
    ctx,
    { email, name, language: person?.language ?? null },
    `person:${personId}`,
    '/account/security',
    (t, link) => ({
      subject: t('identity.mail.changed.subject'),
      text: t('identity.mail.changed.text', { name, what: t(key[what]), link }),
    }),
  )
}
