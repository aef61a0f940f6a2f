import type { Actor, Channel } from '../../../kernel/actor.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { callBy, type openTheke } from '../../../test/theke.ts'
import { createService } from '../operations/create-service.ts'
import { publishService } from '../operations/publish-service.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { saveVersion } from '../operations/save-version.ts'

type Theke = Awaited<ReturnType<typeof openTheke>>

/** Builds people, audiences and services for the tests of this slice. */
export async function builders(theke: Theke) {
  const built = {
    visitor: (lang: Lang = 'de', channel: Channel = 'web') => callBy({ address: '192.0.2.7' }, lang, channel),
    /** A person with an account; gives a call by them. */
    async person(name: string, rest: Partial<Actor> = {}, channel: Channel = 'web') {
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`
      const { id } = await theke.db
        .insertInto('persons')
        .values({ name, email, language: 'de' })
        .returning('id')
        .executeTakeFirstOrThrow()
      return callBy({ personId: id, name, email, ...rest }, 'de', channel)
    },
    /** Puts people into one team. */
    async team(calls: readonly { actor: { personId: string | null } }[]) {
      const { id } = await theke.db
        .insertInto('teams')
        .values({ key: `team-${crypto.randomUUID().slice(0, 8)}`, names: JSON.stringify({ de: 'Team' }) })
        .returning('id')
        .executeTakeFirstOrThrow()
      await theke.db
        .insertInto('team_members')
        .values(calls.map(({ actor }) => ({ team_id: id, person_id: actor.personId as string })))
        .execute()
    },
    /** An audience of those with a tag; `tags` of a person put them into it. */
    async audience(key: string) {
      const { id } = await theke.db
        .insertInto('audiences')
        .values({
          key: `${key}-${crypto.randomUUID().slice(0, 8)}`,
          names: JSON.stringify({ de: key }),
          rule: JSON.stringify({ fact: 'tag', in: [key] }),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
  }
  const keeper = await built.person('Kea', { permissions: new Set(['*']) })
  /** A published service. */
  async function service(name: string, definition: object = {}) {
    const { id, key } = await theke.runner.run(createService, keeper, { name })
    const before = await theke.runner.run(readForEditing, keeper, { id })
    await theke.runner.run(saveVersion, keeper, { id, known: 1, definition: { ...before.definition, ...definition } })
    await theke.runner.run(publishService, keeper, { id })
    await theke.settled()
    return { id, key, name }
  }
  return { ...built, keeper, service }
}
