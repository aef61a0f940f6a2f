import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { personalData } from '../../contributes.ts'
import { change } from '../../desk/operations/change.ts'
import { changeMany } from '../../desk/operations/change-many.ts'
import { changeState } from '../../desk/operations/change-state.ts'
import { keepMacro } from '../../desk/operations/keep-macro.ts'
import { runMacro } from '../../desk/operations/run-macro.ts'
import { read } from '../../operations/read.ts'
import { reopen } from '../../operations/reopen.ts'
import { builders } from '../../test/builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let tobias: Call
let reference: string

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  await build.hours()
  tobias = await build.person('Tobias Lindner', ['requests.work'])
})
beforeEach(async () => {
  elif = await build.person('Elif', [], 'web', 'en')
  reference = (await build.write(elif as never)).reference
  await theke.drain()
  await theke.db.deleteFrom('mails').execute()
  await theke.db.deleteFrom('notifications').execute()
})

const close = (more: object = {}) => theke.runner.run(change, tobias, { reference, state: 'closed', ...more })
const seen = () => theke.runner.run(read, elif, { request: reference })
const missing = (field: string, key: string) => ({ code: 'invalid', issues: [{ path: [field], key }] })

describe('closing without a solution', () => {
  test('keeps the reason in the timeline, and tells it in the language of whoever asked', async () => {
    await close({ reason: 'notOurs', reasonWords: ' Bitte an die Stadt. ' })
    expect(await seen()).toMatchObject({
      state: 'closed',
      ending: 'declined',
      closedBecause: 'We are not responsible for this. Bitte an die Stadt.',
      entries: expect.arrayContaining([
        expect.objectContaining({ toState: 'closed', detail: { why: 'notOurs' }, body: 'Bitte an die Stadt.' }),
      ]),
    })
    await theke.drain()
    const [mail] = await build.mails()
    expect(mail?.body_text).toContain('The reason: We are not responsible for this. Bitte an die Stadt.')
    const bell = await theke.db.selectFrom('notifications').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(bell)).toContain('requests.closing.told.notOurs')
  })

  test('tells a visitor by mail', async () => {
    const visitor = build.visitor('el')
    ;({ reference } = await build.write(visitor, { email: 'sofia@example.org', name: 'Σοφία' }))
    await close({ reason: 'notReproducible' })
    await theke.drain()
    const mails = (await build.mails()).filter((mail) => mail.to_email === 'sofia@example.org')
    expect(mails.map((mail) => mail.body_text).join()).toContain('Ο λόγος: Δεν μπορέσαμε να το αναπαραγάγουμε.')
  })

  test.each([
    ['a reason', {}, 'reason', 'requests.closing.needed'],
    ['words for another reason', { reason: 'other', reasonWords: '  ' }, 'reasonWords', 'requests.closing.wordsNeeded'],
  ] as const)('asks for %s', async (_, more, field, key) => {
    await expect(close(more)).rejects.toMatchObject(missing(field, key))
    await expect(theke.runner.run(changeState, tobias, { reference, state: 'closed', ...more })).rejects.toMatchObject(
      missing(field, key),
    )
    expect(await seen()).toMatchObject({ state: 'new', closedBecause: null })
  })

  test('asks nothing when it was solved before, and says nothing any more when it is open again', async () => {
    await theke.runner.run(change, tobias, { reference, state: 'solved' })
    await close()
    expect(await seen()).toMatchObject({ state: 'closed', ending: 'solved', closedBecause: null })
    await theke.runner.run(reopen, elif, { request: reference, message: 'Doch nicht.' })
    await close({ reason: 'other', reasonWords: 'Die Laterne ist abgebaut.' })
    expect(await seen()).toMatchObject({ closedBecause: 'Die Laterne ist abgebaut.' })
    await theke.runner.run(reopen, elif, { request: reference, message: 'Sie steht noch.' })
    expect(await seen()).toMatchObject({ state: 'open', closedBecause: null })
  })

  test('many at once: asks once, unless all of them are solved', async () => {
    const other = (await build.write(elif as never)).reference
    const references = [reference, other]
    const many = { references, state: 'closed' } as const
    await expect(theke.runner.run(changeMany, tobias, many)).rejects.toMatchObject(
      missing('reason', 'requests.closing.needed'),
    )
    const done = references.map((one) => ({ reference: one, done: true, why: null }))
    expect(await theke.runner.run(changeMany, tobias, { ...many, reason: 'duplicate' })).toEqual({ results: done })
    const solved = (await build.write(elif as never)).reference
    await theke.runner.run(change, tobias, { reference: solved, state: 'solved' })
    const { results } = await theke.runner.run(changeMany, tobias, { references: [solved], state: 'closed' })
    expect(results).toMatchObject([{ done: true }])
  })

  test('by a macro, whose reason is asked when it is made', async () => {
    const macro = (more: object) => ({
      name: 'Keine Antwort',
      steps: [{ do: 'change' as const, change: { state: 'closed' as const, ...more } }],
    })
    await expect(theke.runner.run(keepMacro, tobias, macro({}))).rejects.toMatchObject(
      missing('reason', 'requests.closing.needed'),
    )
    const { id } = await theke.runner.run(keepMacro, tobias, macro({ reason: 'noAnswer' }))
    await theke.runner.run(runMacro, tobias, { macro: id, references: [reference] })
    expect(await seen()).toMatchObject({ closedBecause: 'We have had no answer to our question.' })
  })

  test('erasing the person takes the words, not the reason', async () => {
    await close({ reason: 'withdrawn', reasonWords: 'Elif rief an.' })
    await theke.runner.inCtx(tobias, (ctx) => personalData.erase(ctx, String(elif.actor.personId)))
    const entry = await theke.db
      .selectFrom('request_entries')
      .select(['body', 'detail'])
      .where('to_state', '=', 'closed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ body: '—', detail: { why: 'withdrawn' } })
  })
})
