import { Readable } from 'node:stream'
import type { Actor, Channel } from '../../../kernel/actor.ts'
import type { Facts } from '../../../kernel/audience.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { bySystem, callBy, type openTheke } from '../../../test/theke.ts'
import type { Counter } from '../hours.ts'
import { organisationHours } from '../hours.ts'
import { openForm } from '../operations/open-form.ts'
import { write } from '../operations/write.ts'

type Theke = Awaited<ReturnType<typeof openTheke>>

export const COUNTER: Counter = {
  title: { de: 'Kundenservice', en: 'Customer service', el: 'Εξυπηρέτηση πελατών' },
  telephone: '089 99998-100',
  email: 'team@example.org',
  promise: 10,
  timeZone: 'Europe/Berlin',
  holidays: 'DE-BY',
  week: Object.fromEntries(
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => [
      day,
      [{ from: '08:00', to: '18:00' }],
    ]),
  ),
  closed: [],
}

/** Builds people, requests and hours for the tests of this slice. */
export function builders(theke: Theke) {
  return {
    /** A person with an account; gives a call by them. */
    async person(name: string, permissions: string[] = [], channel: Channel = 'web', lang: Lang = 'de') {
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`
      const { id } = await theke.db
        .insertInto('persons')
        .values({ name, email, language: lang })
        .returning('id')
        .executeTakeFirstOrThrow()
      const actor: Partial<Actor> = { personId: id, name, email, permissions: new Set(permissions) }
      return callBy(actor, lang, channel)
    },
    /** An organisation with these members. */
    async organisation(key: string, members: ReturnType<typeof callBy>[]) {
      const { id } = await theke.db
        .insertInto('organisations')
        .values({ key, name: key })
        .returning('id')
        .executeTakeFirstOrThrow()
      const rows = members.map((one) => ({ organisation_id: id, person_id: one.actor.personId as string }))
      await theke.db.insertInto('memberships').values(rows).execute()
      return id
    },
    /** The same person with other facts and permissions. */
    withFacts: (call: ReturnType<typeof callBy>, facts: Partial<Facts>, permissions: string[] = []) => ({
      ...call,
      actor: { ...call.actor, facts: { ...call.actor.facts, ...facts }, permissions: new Set(permissions) },
    }),
    visitor: (lang: Lang = 'de', channel: Channel = 'api') => callBy({ address: '192.0.2.7' }, lang, channel),
    hours: (counter: Counter = COUNTER) =>
      theke.runner.inCtx(bySystem, (ctx) => ctx.settings.set(organisationHours, { customers: counter, main: counter })),
    write: (call: ReturnType<typeof callBy>, input: object = {}) =>
      theke.runner.run(write, call, { subject: 'Straßenlaterne dunkel', message: 'Seit drei Tagen.', ...input }),
    formToken: async (call: ReturnType<typeof callBy>) => (await theke.runner.run(openForm, call, {})).token,
    upload: (call: ReturnType<typeof callBy>, text = 'Zählerstand') =>
      theke.http.filesFor(call.actor.personId).receive(Readable.from([Buffer.from(text)]), { name: 'stand.txt' }),
    /** Nothing is under way, no mail was sent, nobody has called too often. */
    async settle() {
      await theke.drain()
      await theke.db.deleteFrom('mails').execute()
      await theke.db.deleteFrom('call_counts').execute()
    },
    mails: () => theke.db.selectFrom('mails').selectAll().orderBy('id').execute(),
  }
}
