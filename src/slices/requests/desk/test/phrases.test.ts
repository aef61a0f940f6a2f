import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { builders } from '../../test/builders.ts'
import { LEAD } from '../leading.ts'
import { dropPhrase } from '../operations/drop-phrase.ts'
import { fillTemplate } from '../operations/fill-template.ts'
import { keepMacro } from '../operations/keep-macro.ts'
import { keepTemplate } from '../operations/keep-template.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listPhrases } from '../operations/list-phrases.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
/** An agent, and the lead of the team. */
let agent: Call
let lead: Call
let team: string
let otherTeam: string

const bodies = { de: 'Guten Tag {name}.' }

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  agent = await build.person('Tobias', ['requests.work'])
  lead = await build.person('Petra', ['requests.work', LEAD])
  team = await makeTeam('phrases-own')
  otherTeam = await makeTeam('phrases-other')
  await theke.db
    .insertInto('team_members')
    .values([lead, agent].map((one) => ({ team_id: team, person_id: String(one.actor.personId) })))
    .execute()
})
beforeEach(async () => {
  await theke.db.deleteFrom('desk_templates').execute()
  await theke.db.deleteFrom('desk_macros').execute()
})

async function makeTeam(key: string): Promise<string> {
  const made = await theke.db
    .insertInto('teams')
    .values({ key, names: JSON.stringify({ de: key }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

const namesFor = async (call: Call) => (await theke.runner.run(listPhrases, call, {})).templates.map((one) => one.name)

test('everybody keeps templates and macros of their own, which nobody else sees, uses or changes', async () => {
  const { id } = await theke.runner.run(keepTemplate, agent, { name: 'Meine', bodies })
  await theke.runner.run(keepMacro, agent, { name: 'Mein Makro', steps: [{ do: 'answer', template: id }] })
  expect(await namesFor(agent)).toEqual(['Meine'])
  expect(await namesFor(lead)).toEqual([])
  expect((await theke.runner.run(listChoices, lead, {})).templates).toEqual([])
  const { reference } = await build.write(await build.person('Elif'))
  await expect(theke.runner.run(fillTemplate, lead, { reference, template: id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(theke.runner.run(keepTemplate, lead, { id, name: 'x', bodies })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(theke.runner.run(dropPhrase, lead, { kind: 'template', id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await theke.runner.run(keepTemplate, agent, { id, name: 'Meine neue', bodies })
  expect(await namesFor(agent)).toEqual(['Meine neue'])
})

test('what a team shares is used by it and kept up by its lead alone', async () => {
  const { id } = await theke.runner.run(keepTemplate, lead, { name: 'Vom Team', bodies, holder: team })
  expect(await theke.runner.run(listPhrases, agent, {})).toMatchObject({
    templates: [{ name: 'Vom Team', holder: team, mayChange: false }],
    mayShare: { everybody: false, teams: [] },
  })
  expect((await theke.runner.run(listChoices, agent, {})).templates).toMatchObject([{ id }])
  await expect(theke.runner.run(keepTemplate, agent, { id, name: 'x', bodies })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(theke.runner.run(dropPhrase, agent, { kind: 'template', id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(theke.runner.run(keepTemplate, agent, { name: 'x', bodies, holder: team })).rejects.toMatchObject({
    code: 'invalid',
  })
  await theke.runner.run(dropPhrase, lead, { kind: 'template', id })
})

test('a lead keeps up what everybody shares, but nothing of a team that they are not in', async () => {
  const { id } = await theke.runner.run(keepTemplate, lead, { name: 'Für alle', bodies, holder: 'everybody' })
  expect(await namesFor(agent)).toEqual(['Für alle'])
  await expect(theke.runner.run(keepTemplate, lead, { name: 'x', bodies, holder: otherTeam })).rejects.toMatchObject({
    code: 'invalid',
  })
  const administrator = await build.person('Admin', ['*'])
  await theke.runner.run(keepTemplate, administrator, { id, name: 'Für die anderen', bodies, holder: otherTeam })
  await expect(theke.runner.run(keepTemplate, lead, { id, name: 'x', bodies })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await theke.runner.run(listChoices, agent, {})).templates).toEqual([])
})

test('a macro that others use does not answer with a template that they do not have', async () => {
  const { id: template } = await theke.runner.run(keepTemplate, lead, { name: 'Meine', bodies })
  const steps = [{ do: 'answer' as const, template }]
  await expect(theke.runner.run(keepMacro, lead, { name: 'x', steps, holder: team })).rejects.toMatchObject({
    code: 'invalid',
  })
  await theke.runner.run(keepTemplate, lead, { id: template, name: 'Unsere', bodies, holder: team })
  await theke.runner.run(keepMacro, lead, { name: 'Unser', steps, holder: team })
})
