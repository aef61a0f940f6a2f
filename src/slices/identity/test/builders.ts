import { createHmac } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Lang } from '../../../kernel/lang.ts'
import { bySystem, callBy, type openApp, type openTheke } from '../../../test/theke.ts'
import { addRoles } from '../store/belonging.ts'
import { insertPerson } from '../store/persons.ts'
import { roleIdsByKey } from '../store/roles.ts'
import { findIdentified } from '../store/sessions.ts'
import { putPassword } from '../store/sign-in.ts'

type Theke = Pick<Awaited<ReturnType<typeof openTheke>>, 'runner' | 'db'>

export const PASSWORD = 'Zwölf blaue Fahrräder'

interface Wanted {
  name?: string
  email?: string
  roles?: string[]
  language?: Lang
  password?: string | null
  emailVerified?: boolean
}

/** Somebody with an account; the password is {@link PASSWORD} unless said otherwise. */
export async function makePerson(theke: Theke, wanted: Wanted = {}) {
  const name = wanted.name ?? 'Anna Probe'
  const email = wanted.email ?? `${crypto.randomUUID()}@example.org`
  const id = await theke.runner.inCtx(bySystem, async (ctx) => {
    const made = await insertPerson(ctx.db, {
      name,
      email,
      language: wanted.language ?? 'de',
      emailVerified: wanted.emailVerified ?? true,
    })
    await addRoles(ctx.db, made, await roleIdsByKey(ctx.db, wanted.roles ?? []))
    if (wanted.password !== null) await putPassword(ctx.db, made, await hashPassword(wanted.password ?? PASSWORD))
    return made
  })
  return { id, name, email }
}

/** A call by a person with their own permissions, as identification would make it. */
export async function callOf(theke: Theke, personId: string, lang: Lang = 'de') {
  const row = await findIdentified(theke.db, personId)
  if (!row) throw new Error(`nobody has the id ${personId}`)
  return callBy({ personId, name: row.name, email: row.email, permissions: new Set(row.permissions) }, lang)
}

/** The newest mail to an address. */
export async function lastMail(theke: Theke, email: string) {
  return theke.db
    .selectFrom('mails')
    .select(['subject', 'body_text'])
    .where('to_email', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** The path of the link in the newest mail to an address. */
export async function linkTo(theke: Theke, email: string): Promise<string> {
  const mail = await lastMail(theke, email)
  const [, path] = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.body_text ?? '') ?? []
  if (!path) throw new Error(`no link was sent to ${email}`)
  return path
}

/** A browser without JavaScript: keeps cookies, sends forms, follows nothing by itself. */
export function browser(app: Awaited<ReturnType<typeof openApp>>) {
  const jar = new Map<string, string>()
  async function send(method: 'GET' | 'POST', url: string, fields?: Record<string, string>) {
    const answer = await app.fastify.inject({
      method,
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line) || value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return {
      status: answer.statusCode,
      body: answer.body,
      to: String(answer.headers.location ?? ''),
      headers: answer.headers,
    }
  }
  return {
    jar,
    get: (url: string) => send('GET', url),
    post: (url: string, fields: Record<string, string>) => send('POST', url, fields),
    signIn: (email: string, password = PASSWORD, url = '/de/sign-in') =>
      send('POST', url, { action: 'password', email, password }),
    signedIn: async () => (await send('GET', '/de/account')).status === 200,
  }
}

/** The code of an authenticator app (RFC 6238) for a secret in base 32. */
export function totp(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/[\s=]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) as number) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
