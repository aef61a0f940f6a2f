import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { loadDemonstration } from '../../../platform/demonstration/load-demonstration.ts'
import { slices } from '../../../slices.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { formOf } from '../item-form.ts'
import { findOrderable, listPublished } from '../store/services.ts'

const folder = join(import.meta.dirname, '../../../../demo')
let theke: Awaited<ReturnType<typeof openTheke>>

beforeAll(async () => {
  theke = await openTheke()
  await loadDemonstration({ runner: theke.runner, slices, folder })
}, 120_000)

it('gives the notebook its form with a condition, and two steps of approval', async () => {
  await theke.runner.inCtx(bySystem, async (ctx) => {
    const notebook = await findOrderable(ctx, 'new-notebook')
    expect(notebook?.definition.formKey).toBe('new-laptop')
    const form = notebook && (await formOf(ctx, notebook.definition))
    expect(form?.definition.pages.flatMap((page) => page.fields).some((field) => field.when)).toBe(true)
    const { stages = [] } = notebook?.definition.approval ?? {}
    expect(stages.map((stage) => stage.steps[0]?.approver.kind)).toEqual(['manager', 'person'])
    // What is not known when it is loaded would leave a step without anybody.
    expect(
      stages.every(({ steps }) => steps.every(({ approver }) => approver.kind !== 'person' || approver.personId)),
    ).toBe(true)
  })
})

it('gives every service the form that it names', async () => {
  await theke.runner.inCtx(bySystem, async (ctx) => {
    const services = await listPublished(ctx, null, 500)
    const named = services.filter(({ definition }) => definition.formKey !== null)
    expect(named.map(({ key }) => key).sort()).toEqual(['move-in', 'new-notebook', 'software'])
    for (const { definition } of named) expect(await formOf(ctx, definition)).toBeDefined()
  })
})
