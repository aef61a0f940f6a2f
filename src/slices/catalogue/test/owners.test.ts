import { expect, it } from 'vitest'
import { openTheke } from '../../../test/theke.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { saveVersion } from '../operations/save-version.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const run = theke.runner.run

it('an owner keeps up the words and price of their service, but sets neither who approves nor what it makes others do', async () => {
  const olga = await b.person('Olga')
  const effect = { kind: 'effect', key: 'give', title: { de: 'Team' }, effect: 'identity.addToTeam', input: {} }
  const { id } = await b.service('Schlüssel', { ownerId: olga.actor.personId, price: { once: 1000 } })
  const { definition, newestVersion: known } = await run(readForEditing, olga, { id })
  const save = (change: object, by = olga) =>
    run(saveVersion, by, { id, known, definition: { ...definition, ...change } })
  const approval = { stages: [{ steps: [{ key: 'me', approver: { kind: 'person', personId: olga.actor.personId } }] }] }
  for (const [part, change] of Object.entries({
    approval,
    fulfilment: { stages: [{ work: [effect] }] },
    ownerId: null,
  }))
    await expect(save({ [part]: change }), part).rejects.toMatchObject({ code: 'invalid', issues: [{ path: [part] }] })
  expect(await save({ price: { once: 1200 } })).toEqual({ version: known + 1 })
  expect(await run(saveVersion, b.keeper, { id, known: known + 1, definition: { ...definition, approval } })).toEqual({
    version: known + 2,
  })
})
