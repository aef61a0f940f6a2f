import { expect, it } from 'vitest'
import { bySystem, openTheke } from '../../../../test/theke.ts'
import { requests } from '../../index.ts'
import { builders } from '../../test/builders.ts'
import { keepView } from '../operations/keep-view.ts'
import { sitDown } from '../operations/sit-down.ts'

it('hands out what the desk keeps of an agent, and keeps nothing of it once they are erased', async () => {
  const theke = await openTheke()
  const build = builders(theke)
  const agent = await build.person('Petra Vogt', ['requests.work'])
  const { reference } = await build.write(await build.person('Elif'))
  await theke.runner.run(sitDown, agent, { reference, draft: { as: 'note', text: 'Halb ferti' } })
  await theke.runner.run(keepView, agent, { name: 'Netz offen', filter: { queue: 'to-do' } })
  const id = String(agent.actor.personId)
  const keptOf = () => theke.runner.inCtx(bySystem, (ctx) => requests.personalData.export(ctx, id))

  expect(await keptOf()).toMatchObject({ drafts: [{ draft: 'Halb ferti' }], deskViews: [{ name: 'Netz offen' }] })
  await theke.runner.inCtx(bySystem, (ctx) => requests.personalData.erase(ctx, id))
  expect(await keptOf()).toMatchObject({ drafts: [], deskViews: [], watched: [], skills: null })
})
