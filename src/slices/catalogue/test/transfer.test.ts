import { expect, it } from 'vitest'
import { openTheke } from '../../../test/theke.ts'
import { latestForm } from '../../forms/index.ts'
import { builders as formBuilders } from '../../forms/test/builders.ts'
import { exportService } from '../operations/export-service.ts'
import { importService } from '../operations/import-service.ts'
import { readForEditing } from '../operations/read-for-editing.ts'
import { builders } from './builders.ts'

const theke = await openTheke()
const b = await builders(theke)
const form = await formBuilders(theke).form()
const lamp = await b.service('Laterne', { formKey: form.key })
const run = theke.runner.run
const file = await run(exportService, b.keeper, { id: lamp.id })
const other = { ...file, definition: { ...file.definition, formKey: 'from-afar' } }
const afar = {
  ...other,
  form: { kind: 'theke.form' as const, version: 1 as const, key: 'from-afar', definition: file.form?.definition },
}

it('carries the form that is filled in when ordering', () => {
  expect(file.form).toMatchObject({ kind: 'theke.form', key: form.key })
})

it('uses the form that is here', async () => {
  const { id, form: came } = await run(importService, b.keeper, { file })
  expect(came).toEqual({ key: form.key, came: 'present' })
  expect((await run(readForEditing, b.keeper, { id })).definition.formKey).toBe(form.key)
})

it('goes without a form that is neither here nor in the file, nor for the actor to create', async () => {
  const { form: unused, ...bare } = afar
  expect(unused.key).toBe('from-afar')
  const { id, form: came } = await run(importService, b.keeper, { file: bare as never })
  expect(came).toEqual({ key: 'from-afar', came: 'missing' })
  expect((await run(readForEditing, b.keeper, { id })).definition.formKey).toBeNull()
  const cataloguer = await b.person('Kim', { permissions: new Set(['catalogue.manage']) })
  expect((await run(importService, cataloguer, { file: afar as never })).form?.came).toBe('missing')
})

it('creates the form of the file, published; afterwards it is here', async () => {
  expect((await run(importService, b.keeper, { file: afar as never })).form?.came).toBe('created')
  const found = await theke.runner.inCtx(b.keeper, (ctx) => latestForm(ctx, 'from-afar'))
  expect(found?.definition).toEqual(file.form?.definition)
  expect((await run(importService, b.keeper, { file: afar as never })).form?.came).toBe('present')
})

it('has no form when the service asks for none', async () => {
  const plain = await b.service('Schlicht')
  const exported = await run(exportService, b.keeper, { id: plain.id })
  expect(exported.form).toBeUndefined()
  expect((await run(importService, b.keeper, { file: exported })).form).toBeNull()
})
