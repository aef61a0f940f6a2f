import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../../test/theke.ts'
import { listTeams } from '../operations/list-teams.ts'
import { createOrganisation } from '../operations/save-organisation.ts'
import { createTeam } from '../operations/save-team.ts'
import { createCostCentre } from '../reporting/operations/save-cost-centre.ts'
import { browser, callOf, makePerson, PASSWORD } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let admin: Awaited<ReturnType<typeof callOf>>
let anna: ReturnType<typeof browser>
beforeAll(async () => {
  app = await openApp()
  const person = await makePerson(app.theke, { roles: ['administrator'] })
  admin = await callOf(app.theke, person.id)
  const { runner } = app.theke
  for (const name of ['Post', 'Print']) {
    await runner.run(createTeam, admin, { names: { de: name } })
    await runner.run(createOrganisation, admin, { name })
    await runner.run(createCostCentre, admin, { key: `C-${name}`, names: { de: name }, owner: '' })
  }
  anna = browser(app)
  await anna.signIn(person.email, PASSWORD)
})

it('a page that is not there says so to who is signed in as well, however long its address', async () => {
  for (const length of [10, 500, 3000]) {
    const { status, body } = await anna.get(`/de/${'x'.repeat(length)}`)
    expect(status).toBe(404)
    expect(body).toContain('<html lang="de"')
  }
})

describe.each(['teams', 'organisations', 'cost-centres'])('the list of %s', (list) => {
  it('ties every label to a field of its own', async () => {
    const { body } = await anna.get(`/de/admin/${list}`)
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of body.matchAll(/<label for="([^"]+)"/g)) expect(ids).toContain(id)
    expect(body).toContain('Print')
  })
})

describe('a team that is changed', () => {
  it('is opened again with its error when its name is missing, and the summary leads there', async () => {
    const { items } = await app.theke.runner.run(listTeams, admin, {})
    const post = items.find(({ name }) => name === 'Post')
    const answer = await anna.post('/de/admin/teams', { action: 'change', id: post?.id ?? '', 'names.de': '' })
    expect(answer.status).toBe(422)
    const target = /class="error-summary[\s\S]*?href="#([^"]+)"/.exec(answer.body)?.[1]
    expect(target).toBeDefined()
    expect(answer.body.split(`id="${target}"`)).toHaveLength(2)
    expect(/<details[^>]*\sopen[^>]*>[\s\S]*?Post/.test(answer.body)).toBe(true)
  })

  it('has its new name afterwards', async () => {
    const { items } = await app.theke.runner.run(listTeams, admin, {})
    const print = items.find(({ name }) => name === 'Print')
    const answer = await anna.post('/de/admin/teams', {
      action: 'change',
      id: print?.id ?? '',
      'names.de': 'Presse',
    })
    expect(answer.status).toBe(303)
    expect((await anna.get('/de/admin/teams')).body).toContain('Presse')
  })
})
