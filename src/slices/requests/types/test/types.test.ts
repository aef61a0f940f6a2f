import { beforeAll, describe, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { builders as formBuilders } from '../../../forms/test/builders.ts'
import { attention } from '../../contributes.ts'
import { listMine } from '../../operations/list-mine.ts'
import { write } from '../../operations/write.ts'
import { setTypeProcess } from '../../process/operations/type-process.ts'
import { builders } from '../../test/builders.ts'
import { beginForm } from '../../writing/begin-form.ts'
import { solveBefore } from '../../writing/solve-before.ts'
import { listOffered } from '../operations/list-offered.ts'
import { listTypesForEditing, readType } from '../operations/read-types.ts'
import { changeType, createType } from '../operations/save-type.ts'
import { typeInput } from '../pages/type-form.ts'

let now = new Date('2026-11-20T15:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let admin: Call
let elif: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  await build.hours()
  admin = await build.person('Admin', ['requests.manage'])
  elif = await build.person('Elif')
})

const lamp = (input: object = {}) => ({
  key: 'street-lamp',
  names: { de: 'Straßenlaterne', en: 'Street lamp' },
  words: { de: 'Eine Laterne ist dunkel' },
  icon: 'triangle-alert',
  position: 5,
  offered: true,
  retired: false,
  portals: [],
  audience: null,
  anonymous: true,
  confidential: false,
  formKey: null,
  team: null,
  stateWords: { open: { de: 'Techniker beauftragt' } },
  matrix: [
    [1, 1, 2],
    [1, 2, 3],
    [2, 3, 4],
  ] as never,
  priority: 2 as const,
  targets: { 2: { answer: 120, solution: 600 } },
  reopenDays: 7,
  ...input,
})

describe('kinds of requests', () => {
  test('are made in the browser, offered, and decide what is promised and how states are called', async () => {
    await theke.runner.run(createType, admin, lamp())
    const { types } = await theke.runner.run(listOffered, build.visitor(), {})
    expect(types[0]).toMatchObject({ key: 'street-lamp', name: 'Straßenlaterne', words: 'Eine Laterne ist dunkel' })
    const { reference, promisedAt } = await build.write(elif, { type: 'street-lamp' })
    // Two hours of business: Friday 16:00 to 18:00.
    expect(promisedAt).toBe('2026-11-20T17:00:00.000Z')
    await theke.db
      .updateTable('requests')
      .set({ state: 'open' })
      .where('number', '=', Number(reference.split('-')[1]))
      .execute()
    const { items } = await theke.runner.run(listMine, elif, { type: 'street-lamp' })
    expect(items).toMatchObject([{ reference, typeName: 'Straßenlaterne', stateWord: 'Techniker beauftragt' }])
    expect(await theke.runner.inCtx(elif, attention)).toMatchObject([{ label: `${reference} · Techniker beauftragt` }])
  })

  test('have an approval that looks at nothing but their form', async () => {
    const form = await formBuilders(theke).form()
    await theke.runner.run(createType, admin, lamp({ key: 'lamp-with-form', formKey: form.key }))
    const asked = (field: string) => ({
      type: 'lamp-with-form',
      approval: {
        stages: [
          {
            steps: [
              {
                key: 'step-1',
                approver: { kind: 'manager' as const, of: 'requester' as const },
                when: { field, is: 'answered' as const },
              },
            ],
          },
        ],
      },
    })
    await theke.runner.run(setTypeProcess, admin, asked('danger'))
    await expect(theke.runner.run(setTypeProcess, admin, asked('amount'))).rejects.toMatchObject({
      issues: [{ key: 'requests.process.whenUnknown', values: { step: 1, field: 'amount' } }],
    })
    const { type, version } = await theke.runner.run(readType, admin, { key: 'lamp-with-form' })
    await expect(theke.runner.run(changeType, admin, { ...type, version, formKey: null })).rejects.toMatchObject({
      issues: [{ path: ['formKey'] }],
    })
    await theke.runner.run(changeType, admin, { ...type, version, position: 9 })
  })

  test('are changed from the version that was read, and only then', async () => {
    const { type, version } = await theke.runner.run(readType, admin, { key: 'incident' })
    await theke.runner.run(changeType, admin, { ...type, version, position: 7 })
    await expect(theke.runner.run(changeType, admin, { ...type, version, position: 8 })).rejects.toMatchObject({
      reason: 'requests.type_changed',
    })
    const { types } = await theke.runner.run(listTypesForEditing, admin, {})
    expect(types.find((one) => one.key === 'incident')?.position).toBe(7)
  })

  test.each([
    ['a key that exists', { key: 'message' }, 'key'],
    ['a key with blanks', { key: 'street lamp' }, 'key'],
    ['no name', { key: 'nameless', names: {} }, 'names'],
    ['a form that does not exist', { key: 'formed', formKey: 'nothing' }, 'formKey'],
    ['a portal that does not exist', { key: 'placed', portals: ['nowhere'] }, 'portals'],
  ])('are refused with %s', async (_, input, field) => {
    await expect(theke.runner.run(createType, admin, lamp(input))).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: [field] }],
    })
  })

  test('are nobody else’s to change', async () => {
    await expect(theke.runner.run(createType, elif, lamp({ key: 'mine' }))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([
    ['is retired', { retired: true }],
    ['is opened by Theke only', { offered: false }],
    ['is of another portal', { portals: ['elsewhere'] }],
    ['needs an account', { anonymous: false }],
  ])('cannot be written when it %s', async (_, input) => {
    const key = `not-${Object.keys(input)[0]?.toLowerCase()}`
    await theke.db
      .insertInto('request_types')
      .values({ key, names: '{"de":"x"}', ...('portals' in input ? { portals: input.portals } : input) })
      .execute()
    await expect(
      theke.runner.run(write, build.visitor(), { type: key, subject: 'a', message: 'b' }),
    ).rejects.toMatchObject({
      issues: [{ path: ['type'] }],
    })
    await expect(theke.runner.run(beginForm, build.visitor(), { type: key })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('their form on the page becomes what the operation takes', () => {
    const values: Record<string, string> = {
      'names.de': 'Laterne',
      'stateWords.open.el': 'Σε εξέλιξη',
      'targets.1.answer': '0,5',
      priority: '2',
      position: '5',
      reopenDays: '7',
      offered: 'on',
    }
    const fields = {
      get: (name: string) => values[name] ?? (name.startsWith('matrix') ? '3' : ''),
      all: () => [],
      has: (name: string) => name in values,
      files: () => [],
      optional: (name: string) => values[name],
    }
    expect(typeInput(fields)).toMatchObject({
      names: { de: 'Laterne' },
      stateWords: { open: { el: 'Σε εξέλιξη' } },
      targets: { 1: { answer: 30, solution: null } },
      offered: true,
      anonymous: false,
    })
  })
})

describe('in whose name', () => {
  test('a colleague may be written for, a stranger not; the colleague sees it', async () => {
    const [ben, stranger] = [await build.person('Ben'), await build.person('Zoe')]
    await build.organisation('werk', [elif, ben])
    const { reference } = await build.write(elif, { beneficiary: ben.actor.personId })
    const { items } = await theke.runner.run(listMine, ben, {})
    expect(items.map((one) => one.reference)).toEqual([reference])
    await expect(build.write(elif, { beneficiary: stranger.actor.personId })).rejects.toMatchObject({
      issues: [{ path: ['beneficiary'] }],
    })
  })

  test('only the desk writes in the name of others', async () => {
    await expect(build.write(await build.person('Max'), { requester: elif.actor.personId })).rejects.toMatchObject({
      issues: [{ path: ['requester'] }],
    })
    const agent = await build.person('Tobias', ['requests.work'])
    const { reference } = await build.write(agent, { requester: elif.actor.personId, subject: 'Am Telefon' })
    const { items } = await theke.runner.run(listMine, elif, { q: reference })
    expect(items).toMatchObject([{ subject: 'Am Telefon' }])
  })
})

test('what an answer solved before it was written counts once', async () => {
  const visitor = build.visitor('de', 'web')
  const formToken = await build.formToken(visitor)
  now = new Date(now.getTime() + 5000)
  const input = { subject: 'Laterne', read: [{ title: 'Licht', path: '/articles/licht' }], formToken }
  expect(await theke.runner.run(solveBefore, visitor, input)).toEqual({ counted: true })
  expect(await theke.runner.run(solveBefore, visitor, input)).toEqual({ counted: false })
  expect(await theke.runner.run(solveBefore, visitor, { ...input, formToken: 'x' })).toEqual({ counted: false })
})
