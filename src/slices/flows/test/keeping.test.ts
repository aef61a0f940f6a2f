import { Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTheke } from '../../../test/theke.ts'
import { changeProperties } from '../operations/change-properties.ts'
import { compareVersions } from '../operations/compare-versions.ts'
import { create } from '../operations/create.ts'
import { edit } from '../operations/edit.ts'
import { exportFlow } from '../operations/export-flow.ts'
import { importFlow } from '../operations/import-flow.ts'
import { listForKeeping } from '../operations/list-for-keeping.ts'
import { listParts } from '../operations/list-parts.ts'
import { publish } from '../operations/publish.ts'
import { read } from '../operations/read.ts'
import { readDraft } from '../operations/read-draft.ts'
import { readJourney } from '../operations/read-journey.ts'
import { remove } from '../operations/remove.ts'
import { restoreVersion } from '../operations/restore-version.ts'
import { runTests } from '../operations/run-tests.ts'
import { tryDraft } from '../operations/try-draft.ts'
import { withdraw } from '../operations/withdraw.ts'
import { builders, SAMPLE } from './builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let editor: Awaited<ReturnType<ReturnType<typeof builders>['person']>>

beforeAll(async () => {
  theke = await openTheke({ now: () => new Date('2026-11-24T10:00:00Z') })
  build = builders(theke)
  editor = await build.person('Nils', { permissions: new Set(['flows.write']) })
})

type Edit = z.input<typeof edit.input>['edit']

/** Makes changes one after the other, each on the newest draft. */
async function change(key: string, ...edits: Edit[]) {
  let answer: z.output<typeof edit.output> | undefined
  for (const one of edits) {
    const { revision } = await theke.runner.run(readDraft, editor, { key })
    answer = await theke.runner.run(edit, editor, { key, revision, edit: one })
  }
  return answer as z.output<typeof edit.output>
}

const create_ = async () =>
  (await theke.runner.run(create, editor, { title: `Hilfe ${crypto.randomUUID().slice(0, 8)}`, lang: 'de' })).key
const add = (kind: 'choice' | 'end' | 'text', title: string, rest: object = {}): Edit => ({
  do: 'addStep',
  kind,
  title,
  lang: 'de',
  ...rest,
})
const draft = (key: string) => theke.runner.run(readDraft, editor, { key })
const publishNow = async (key: string) =>
  theke.runner.run(publish, editor, { key, revision: (await draft(key)).revision })

describe('writing', () => {
  test('from the first step to a published flow', async () => {
    const key = await create_()
    await change(key, add('text', 'Wo ist es dunkel?'), add('end', 'Danke', { from: 'wo-ist-es-dunkel', by: 'next' }))
    const { definition, problems, completeness } = await draft(key)
    expect(definition).toMatchObject({ start: 'wo-ist-es-dunkel', steps: [{ to: 'danke' }, { kind: 'end' }] })
    expect(problems).toEqual([])
    expect(completeness).toMatchObject([{ lang: 'de', filled: 3, total: 3 }, { filled: 0 }, { filled: 0 }])
    await expect(theke.runner.run(read, build.visitor(), { key })).rejects.toMatchObject({ code: 'not_found' })
    expect(await publishNow(key)).toEqual({ version: 1 })
    expect((await theke.runner.run(read, build.visitor(), { key })).step?.title).toBe('Wo ist es dunkel?')
    expect((await draft(key)).isAhead).toBe(false)
  })

  test('begins with any title, however short', async () => {
    const title = 'x'
    expect(await theke.runner.run(create, editor, { title, lang: 'de' })).toEqual({ key: 'flow-x' })
  })

  test('is refused on a draft that somebody else has changed', async () => {
    const key = await create_()
    const { revision } = await draft(key)
    await change(key, add('end', 'Ende'))
    await expect(
      theke.runner.run(edit, editor, { key, revision, edit: add('end', 'Noch eins') }),
    ).rejects.toMatchObject({
      reason: 'flows.changed_meanwhile',
    })
  })

  test('moves, links, begins elsewhere and removes steps; what led to one that is gone leads nowhere', async () => {
    const key = await create_()
    await change(
      key,
      add('choice', 'A'),
      add('end', 'B'),
      add('text', 'C'),
      {
        do: 'changeStep',
        step: { id: 'a', kind: 'choice', title: { de: 'A' }, options: [{ id: 'x', label: { de: 'X' }, to: 'b' }] },
      },
      { do: 'linkStep', id: 'c', by: 'next', to: 'a' },
      { do: 'startAt', id: 'c' },
      { do: 'moveStep', id: 'c', to: 'up' },
      { do: 'moveStep', id: 'c', to: 'up' },
      { do: 'moveStep', id: 'c', to: 'up' },
    )
    expect((await draft(key)).definition).toMatchObject({
      start: 'c',
      steps: [{ id: 'c', to: 'a' }, { id: 'a' }, { id: 'b' }],
    })
    await change(key, { do: 'removeStep', id: 'b' })
    const { definition, problems } = await draft(key)
    expect(definition.steps[1]).toMatchObject({ options: [{ to: null }] })
    expect(problems).toMatchObject([{ code: 'deadEnd', step: 'a', values: { by: 'x' } }])
    await expect(change(key, { do: 'removeStep', id: 'b' })).rejects.toMatchObject({ reason: 'flows.noStep' })
    await expect(change(key, { do: 'linkStep', id: 'a', by: 'next', to: 'c' })).rejects.toMatchObject({
      reason: 'flows.noWay',
    })
  })

  test('publishing is refused with what to mend, by step', async () => {
    const key = await create_()
    await change(key, add('choice', 'Allein'))
    await expect(publishNow(key)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['steps', 'allein'], key: 'flows.problem.noOptions' }],
    })
  })

  test('a failing test case prevents publishing; a passing one does not', async () => {
    const key = await create_()
    await change(key, add('text', 'Frage'), add('end', 'Gut', { from: 'frage', by: 'next' }), {
      do: 'addTest',
      test: { name: 'T', answers: [], end: 'gut' },
    })
    expect((await theke.runner.run(runTests, editor, { key })).results).toMatchObject([{ passed: false, at: 'frage' }])
    await expect(publishNow(key)).rejects.toMatchObject({ issues: [{ key: 'flows.problem.testFails' }] })
    const again = { name: 'T', answers: [{ step: 'frage', value: 'so' }], end: 'gut' }
    await expect(change(key, { do: 'addTest', test: again })).rejects.toMatchObject({ reason: 'flows.testTaken' })
    await change(key, { do: 'removeTest', name: 'T' }, { do: 'addTest', test: again })
    await publishNow(key)
  })

  test('the preview walks without keeping anything', async () => {
    const { id, key } = await build.flow()
    const walked = await theke.runner.run(tryDraft, editor, { key, answers: ['me', '3'] })
    expect(walked).toMatchObject({ step: { id: 'day' }, trail: [{ answer: 'Ich' }, { answer: '3 Personen' }] })
    await expect(theke.runner.run(tryDraft, editor, { key, answers: ['nobody'] })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await theke.db.selectFrom('flow_journeys').select('id').where('flow_id', '=', id).execute()).toEqual([])
    expect(await theke.db.selectFrom('flow_moves').select('moves').where('flow_id', '=', id).execute()).toEqual([])
    await expect(theke.runner.run(tryDraft, editor, { key: await create_() })).rejects.toMatchObject({
      reason: 'flows.not_walkable',
    })
  })
})

describe('versions', () => {
  test('are compared step by step, and rolled back to', async () => {
    const key = await create_()
    await change(key, add('text', 'Frage'), add('end', 'Gut', { from: 'frage', by: 'next' }))
    await publishNow(key)
    const { steps } = (await draft(key)).definition
    await change(key, { do: 'changeStep', step: { ...steps[1], title: { de: 'Besser' } } as never })
    await publishNow(key)
    const { differences } = await theke.runner.run(compareVersions, editor, { key, from: 1, to: 2 })
    expect(differences).toMatchObject([{ step: 'gut', kind: 'changed' }])
    expect(differences[0]?.after).toContain('de: Besser')
    await theke.runner.run(restoreVersion, editor, { key, version: 1 })
    expect((await draft(key)).definition.steps[1]?.title).toEqual({ de: 'Gut' })
    await expect(theke.runner.run(restoreVersion, editor, { key, version: 9 })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('withdrawing keeps who is on their way; only what is withdrawn is deleted', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await expect(theke.runner.run(remove, editor, { key })).rejects.toMatchObject({ reason: 'flows.published' })
    await theke.runner.run(withdraw, editor, { key })
    await expect(build.begin(build.visitor(), key)).rejects.toMatchObject({ code: 'not_found' })
    expect((await build.answer(build.visitor(), link, ['who', 'firm'])).ended).toBe(true)
    await theke.runner.run(remove, editor, { key })
    await expect(theke.runner.run(readJourney, build.visitor(), { link })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('documents', () => {
  test('what is exported is imported again, pictures included', async () => {
    const { key } = await build.flow()
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const file = await theke.http
      .filesFor(editor.actor.personId)
      .receive(Readable.from([png]), { name: 'sicherung.png' })
    const { steps } = (await draft(key)).definition
    await change(key, {
      do: 'changeStep',
      step: { ...steps[0], picture: { file: file.id, alt: { de: 'Kasten' } } } as never,
    })
    const document = await theke.runner.run(exportFlow, editor, { key })
    expect(document.definition.steps[0]?.picture?.file).toBe('sicherung.png')
    expect(Buffer.from(document.pictures['sicherung.png'] ?? '', 'base64').length).toBeGreaterThan(50)

    const copy = { ...document, key: `${key}-copy` }
    expect(await theke.runner.run(importFlow, editor, { document: copy })).toEqual({ key: copy.key, isNew: true })
    expect(await theke.runner.run(importFlow, editor, { document: copy })).toEqual({ key: copy.key, isNew: false })
    const taken = await theke.runner.run(exportFlow, editor, { key: copy.key })
    expect(taken).toEqual({ ...document, key: copy.key, pictures: taken.pictures })
  })

  test('a file in the browser is taken too; what does not fit says where', async () => {
    const { key } = await build.flow()
    const document = { ...(await theke.runner.run(exportFlow, editor, { key })), key: `${key}-file` }
    const upload = async (text: string) =>
      (
        await theke.http
          .filesFor(editor.actor.personId)
          .receive(Readable.from([Buffer.from(text)]), { name: 'hilfe.json' })
      ).id
    expect(
      await theke.runner.run(importFlow, editor, { fileId: await upload(JSON.stringify(document)) }),
    ).toMatchObject({ isNew: true })
    await expect(theke.runner.run(importFlow, editor, { fileId: await upload('{') })).rejects.toMatchObject({
      issues: [{ key: 'flows.import.noJson' }],
    })
    const wrong = JSON.stringify({
      ...document,
      definition: { ...document.definition, steps: [{ id: 'A B', kind: 'say' }] },
    })
    await expect(theke.runner.run(importFlow, editor, { fileId: await upload(wrong) })).rejects.toMatchObject({
      issues: [{ key: 'flows.import.wrong', values: { where: 'definition › steps › 0 › id' } }],
    })
    await expect(
      theke.runner.run(importFlow, editor, { document: { ...document, audience: 'nobody-knows' } }),
    ).rejects.toMatchObject({ issues: [{ key: 'flows.audience.unknown' }] })
  })
})

test('properties are in force at once', async () => {
  const audience = await build.audience()
  const { key } = await build.flow()
  const { link } = await build.begin(build.visitor(), key)
  await theke.runner.run(changeProperties, editor, { key, audience: audience.key, topic: { de: 'Umzug' }, portals: [] })
  await expect(theke.runner.run(readJourney, build.visitor(), { link })).rejects.toMatchObject({ code: 'not_found' })
  expect(await draft(key)).toMatchObject({ audience: audience.key, topic: { de: 'Umzug' } })
})

test('a new flow is found once it is published, and only by those it is for', async () => {
  const audience = await build.audience()
  const { key } = await build.flow({
    definition: { ...SAMPLE, title: { de: 'Wasserschaden melden' }, lead: { de: 'In drei Fragen zum Notdienst.' } },
    audience: audience.id,
  })
  await publishNow(key)
  await theke.settled()
  const find = (audiences: ReadonlySet<string>) =>
    theke.search.search({ text: 'Wasserschaden', lang: 'de', audiences }).hits
  const [hit, ...others] = find(new Set([audience.id]))
  expect(others).toEqual([])
  expect(hit?.doc.url).toBe(`/guided-help/${key}`)
  expect(hit?.passages.map(({ text }) => text)).toEqual(['In drei Fragen zum Notdienst.'])
  expect(JSON.stringify(hit?.doc)).not.toContain('{{')
  expect(find(new Set())).toEqual([])
})

test('lists and parts are for editors', async () => {
  await build.flow()
  expect((await theke.runner.run(listForKeeping, editor, { limit: 1 })).items).toHaveLength(1)
  expect((await theke.runner.run(listParts, editor, {})).lookups).toContainEqual(
    expect.objectContaining({ key: 'requests.open' }),
  )
  const somebody = await build.person('Elif')
  await expect(theke.runner.run(listForKeeping, somebody, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(theke.runner.run(listParts, somebody, {})).rejects.toMatchObject({ code: 'forbidden' })
})
