import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { searchOperation } from '../../answers/operations/search.ts'
import { compare } from '../operations/compare.ts'
import { list } from '../operations/list.ts'
import { listOwn } from '../operations/list-own.ts'
import { read } from '../operations/read.ts'
import { readStatus } from '../operations/read-status.ts'
import { saveAnnouncement } from '../operations/save-announcement.ts'
import { setFavourite } from '../operations/set-favourite.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const run = theke.runner.run

describe('a service that is meant for others', () => {
  let hidden: { id: string; key: string }
  let taught: { id: string; key: string }
  let insider: Call
  let outsider: Call

  beforeAll(async () => {
    const audienceId = await b.audience('firewall')
    hidden = await b.service('Firewallregel Geheimwort', { audienceId })
    taught = await b.service('Firewallschulung', { audienceId, refusalShown: true })
    await b.service('Offenes Angebot')
    insider = await b.person('Ina', { audiences: new Set([audienceId]) })
    outsider = await b.person('Otto')
    await run(saveAnnouncement, b.keeper, {
      kind: 'down',
      titles: { de: 'Geheimwort ausgefallen' },
      services: [hidden.id],
    })
    await run(setFavourite, insider, { key: hidden.key, isFavourite: true })
  })

  it('is found by those it is meant for', async () => {
    expect((await run(read, insider, { key: hidden.key })).mayOrder).toBe(true)
    expect((await run(list, insider, { q: 'Geheimwort' })).items).toHaveLength(1)
    expect(
      (await run(searchOperation, insider, { q: 'Firewallregel Geheimwort' })).items.map((hit) => hit.kind),
    ).toContain('service')
    expect((await run(readStatus, insider, {})).current).toHaveLength(1)
    expect((await run(listOwn, insider, {})).favourites).toEqual([hidden.key])
  })

  for (const [who, call] of [
    ['somebody else', () => outsider],
    ['a visitor', () => b.visitor()],
    ['a program', () => b.visitor('de', 'api')],
    ['an assistant', () => b.visitor('de', 'mcp')],
  ] as const)
    it(`does not exist for ${who}`, async () => {
      await expect(run(read, call(), { key: hidden.key })).rejects.toMatchObject({ code: 'not_found' })
      const seen = JSON.stringify([
        await run(list, call(), {}),
        await run(list, call(), { q: 'Geheimwort' }),
        await run(compare, call(), { keys: [hidden.key] }),
        await run(readStatus, call(), {}),
        await run(searchOperation, call(), { q: 'Geheimwort' }).then(({ items }) => items),
        theke.search.suggest({ text: 'Firewallregel', lang: 'de', audiences: call().actor.audiences }),
      ])
      expect(seen).not.toContain(hidden.key)
      expect(seen).not.toContain('Geheimwort')
    })

  it('cannot be kept as a favourite, and a favourite is no way in', async () => {
    await expect(run(setFavourite, outsider, { key: hidden.key, isFavourite: true })).rejects.toMatchObject({
      code: 'not_found',
    })
    await theke.db
      .insertInto('service_favourites')
      .values({ person_id: outsider.actor.personId as string, service_id: hidden.id })
      .execute()
    expect(await run(listOwn, outsider, {})).toEqual({ recent: [], favourites: [] })
  })

  it('is shown with the reason when its owner wants so, but may not be ordered', async () => {
    const seen = await run(read, outsider, { key: taught.key })
    expect(seen.mayOrder).toBe(false)
    expect(seen.why).toMatchObject({ audience: 'firewall', rule: ['Schlagwort: firewall'], signIn: false })
    expect((await run(list, outsider, { orderable: true })).items.map((one) => one.key)).not.toContain(taught.key)
    expect((await run(read, insider, { key: taught.key })).why).toBeNull()
  })
})

describe('a service of another portal', () => {
  it('does not exist here', async () => {
    const { key } = await b.service('Nur für Beschäftigte', { portals: ['employees'] })
    await expect(run(read, b.visitor(), { key })).rejects.toMatchObject({ code: 'not_found' })
    expect(JSON.stringify(await run(list, b.visitor(), {}))).not.toContain(key)
  })
})
