import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { fillIn, readFilledIn } from '../../catalogue/operations/fill-in.ts'
import { builders as catalogueBuilders } from '../../catalogue/test/builders.ts'
import { readDraft } from '../../forms/operations/read-draft.ts'
import { builders as formBuilders } from '../../forms/test/builders.ts'
import { write } from '../../requests/operations/write.ts'
import { builders as requestBuilders } from '../../requests/test/builders.ts'
import { createType } from '../../requests/types/operations/save-type.ts'
import { readAnswers } from '../../requests/writing/read-answers.ts'
import { readHandOver } from '../../requests/writing/read-hand-over.ts'
import type { Outcome } from '../definition.ts'
import { openEnd } from '../operations/open-end.ts'
import { readJourney } from '../operations/read-journey.ts'
import { builders } from './builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let catalogue: Awaited<ReturnType<typeof catalogueBuilders>>
let form: { id: string; key: string }
let now = new Date('2026-11-20T15:00:00Z')

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
  catalogue = await catalogueBuilders(theke)
  form = await formBuilders(theke).form()
  await requestBuilders(theke).hours()
})

const run = <O extends Parameters<typeof theke.runner.run>[0]>(operation: O, call: Call, input: object) =>
  theke.runner.run(operation, call, input as never) as Promise<z.output<O['output']>>

const VALUES = [
  { field: 'kind', text: '{{kind}}' },
  { field: 'name', text: 'Laterne: {{kind}}, seit {{since}}' },
]

/** A journey that somebody has walked to an end of this kind. */
async function walked(call: Call, outcome: z.input<typeof Outcome>) {
  const { key } = await build.flow({
    definition: {
      title: { de: 'Laterne' },
      start: 'kind',
      steps: [
        {
          ...{ id: 'kind', kind: 'choice', title: { de: 'Was ist los?' } },
          options: [{ id: 'broken', label: { de: 'Sie ist kaputt' }, to: 'since' }],
        },
        { id: 'since', kind: 'date', title: { de: 'Seit wann?' }, to: 'end' },
        { id: 'end', kind: 'end', title: { de: 'Ausgefüllt' }, outcome },
      ],
    },
  })
  const { link } = await build.begin(call, key)
  await build.answer(call, link, ['kind', 'broken'], ['since', '2026-11-18'])
  return link
}

async function kindOfRequest(key: string, rest: object = {}) {
  const admin = await build.person('Admin', { permissions: new Set(['requests.manage']) })
  await theke.runner.run(createType, admin, {
    ...{ key, names: { de: 'Laterne' }, words: {}, icon: 'flag', position: 5, offered: true, retired: false },
    ...{ portals: [], audience: null, anonymous: true, confidential: false, formKey: null, team: null },
    ...{ stateWords: {}, matrix: [1, 1, 1].map(() => [1, 2, 3]) as never, priority: 2, targets: {}, reopenDays: 7 },
    ...rest,
  } as never)
}

describe('an end that leads to an order', () => {
  test('begins it with choices as the form keeps them, and words as people read them', async () => {
    const service = await catalogue.service('Laterne', { formKey: form.key })
    const ann = await build.person('Ann')
    const link = await walked(ann, { type: 'service', key: service.key, values: VALUES })
    const { path } = await run(openEnd, ann, { link })
    expect(path).toMatch(/^\/fill\//)
    const { answers } = await run(readDraft, ann, { address: path.split('/')[2] })
    expect(answers).toEqual({ kind: 'broken', name: 'Laterne: Sie ist kaputt, seit Mittwoch, 18. November 2026' })
  })

  test('waits for a visitor who signs in on the way: nothing is lost, and nobody else gets it', async () => {
    const service = await catalogue.service('Laterne', { formKey: form.key })
    const visitor = build.visitor()
    const link = await walked(visitor, { type: 'service', key: service.key, values: VALUES })
    const end = (await run(readJourney, visitor, { link })).step.end
    expect(end).toMatchObject({ type: 'service', isBegun: true, target: { title: 'Laterne', signIn: true } })
    const { path } = await run(openEnd, visitor, { link })
    const [page, draft] = path.split('?draft=')
    expect(page).toBe(`/services/${service.key}/order`)
    await expect(run(readFilledIn, visitor, { draft })).rejects.toMatchObject({ code: 'unauthenticated' })
    const ann = await build.person('Ann')
    expect(await run(readFilledIn, ann, { draft })).toMatchObject({ isComplete: false })
    const { address } = await run(fillIn, ann, { key: service.key, draft })
    expect((await run(readDraft, ann, { address })).answers).toMatchObject({ kind: 'broken' })
    await expect(run(readDraft, await build.person('Otto'), { address })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('leads a visitor to a person when they may not see the service, with all of it', async () => {
    const link = await walked(build.visitor(), { type: 'service', key: 'nothing', values: VALUES })
    expect(await run(openEnd, build.visitor(), { link })).toEqual({ path: `/contact?from=journey:${link}` })
  })
})

describe('an end that leads to a request', () => {
  test('fills in the form of its kind, and hands the way there over', async () => {
    await kindOfRequest('lamp-with-form', { formKey: form.key })
    const visitor = build.visitor()
    const values = [...VALUES, { field: 'danger', text: 'no' }]
    const link = await walked(visitor, { type: 'request', key: 'lamp-with-form', values })
    const { path } = await run(openEnd, visitor, { link })
    const address = path.split('/')[2] as string
    const draft = await run(readDraft, visitor, { address })
    expect(draft.purpose.path).toBe(`/contact/lamp-with-form?from=journey:${link}`)
    expect((await run(readAnswers, visitor, { draft: address })).isComplete).toBe(true)
    now = new Date(now.getTime() + 60_000)
    await run(write, visitor, {
      ...{ type: 'lamp-with-form', draft: address, from: `journey:${link}`, message: '' },
      ...{ name: 'Elif', email: 'elif@example.org' },
    })
    const { handed_over } = await theke.db
      .selectFrom('requests')
      .select('handed_over')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(handed_over).toMatchObject({ guide: { title: 'Laterne' }, steps: [{ answer: 'Sie ist kaputt' }, {}, {}] })
  })

  test('fills in subject and message of a kind without a form', async () => {
    await kindOfRequest('lamp-in-words')
    const visitor = build.visitor()
    const values = [
      { field: 'subject', text: 'Laterne: {{kind}}' },
      { field: 'message', text: 'Seit {{since}}.' },
    ]
    const link = await walked(visitor, { type: 'request', key: 'lamp-in-words', values })
    const { path } = await run(openEnd, visitor, { link })
    expect(path).toBe(`/contact/lamp-in-words?from=journey:${link}`)
    expect(await run(readHandOver, visitor, { from: `journey:${link}` })).toMatchObject({
      subject: 'Laterne: Sie ist kaputt',
      message: 'Seit Mittwoch, 18. November 2026.',
    })
  })

  test('leads to a person where the kind is not offered to the reader', async () => {
    await kindOfRequest('lamp-of-members', { anonymous: false })
    const link = await walked(build.visitor(), { type: 'request', key: 'lamp-of-members', values: VALUES })
    expect((await run(readJourney, build.visitor(), { link })).step.end).toMatchObject({ target: null })
    expect((await run(openEnd, build.visitor(), { link })).path).toBe(`/contact?from=journey:${link}`)
  })
})
