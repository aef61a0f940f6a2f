import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../../kernel/ids.ts'
import { makeDocx, makePdf } from '../../../../platform/extraction/test/documents.ts'
import { bySystem, callBy, openTheke } from '../../../../test/theke.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { saveCategory } from '../../operations/save-category.ts'
import { addDocument } from '../operations/add-document.ts'
import { changeDocument } from '../operations/change-document.ts'
import { listDocuments } from '../operations/list-documents.ts'
import { listEditableDocuments } from '../operations/list-editable-documents.ts'
import { readDocument } from '../operations/read-document.ts'
import { readEditableDocument } from '../operations/read-editable-document.ts'
import { removeDocument } from '../operations/remove-document.ts'
import { choicesFor } from '../pages/document-form.tsx'

let theke: Awaited<ReturnType<typeof openTheke>>
const editor = callBy({ permissions: new Set(['knowledge.write', 'knowledge.manage']) })
let audienceId: string

beforeAll(async () => {
  theke = await openTheke()
  const person = await theke.db
    .insertInto('persons')
    .values({ name: 'Edith Editor', email: 'edith@example.org' })
    .returning('id')
    .executeTakeFirstOrThrow()
  Object.assign(editor.actor, { personId: person.id })
  const audience = await theke.db
    .insertInto('audiences')
    .values({
      key: 'staff',
      names: JSON.stringify({ en: 'Staff' }),
      rule: JSON.stringify({ fact: 'role', in: ['employee'] }),
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  audienceId = audience.id
})

/** Uploads a file as the editor and makes a document of it. */
async function upload(name: string, content: Uint8Array, fields: Partial<{ audienceId: string; title: string }> = {}) {
  const file = await theke.runner.inCtx(editor, (ctx) =>
    ctx.files.receive(Readable.from([Buffer.from(content)]), { name }),
  )
  const { id } = await theke.runner.run(addDocument, editor, {
    lang: 'en',
    title: 'Meter manual',
    fileId: file.id,
    ...fields,
  })
  await theke.drain()
  await theke.settled()
  return id
}

const search = (text: string, audiences: string[] = []) =>
  theke.search.search({ text, lang: 'en', audiences: new Set(audiences) }).hits.map((hit) => hit.doc.id)

describe('a manual', () => {
  it('is found page by page and read at the page that was found', async () => {
    const id = await upload(
      'manual.pdf',
      makePdf([
        { heading: 'Start', lines: ['Welcome.'] },
        { heading: 'Display', lines: ['Hold the sensor for the wattage.'] },
      ]),
    )
    expect(search('wattage sensor')).toEqual([`document:${id}:2`])
    const document = await theke.runner.run(readDocument, callBy(), { id, page: 2 })
    expect(document).toMatchObject({
      state: 'ready',
      pageCount: 2,
      isPaged: true,
      page: { number: 2, heading: 'Display' },
    })
    expect(document.contents).toEqual([
      { number: 1, heading: 'Start' },
      { number: 2, heading: 'Display' },
    ])
  })

  it('without text is offered all the same, and editors are told what to do', async () => {
    const id = await upload('scan.pdf', makePdf([{ lines: [] }], { text: false }), { title: 'A scan' })
    expect(await theke.runner.run(readEditableDocument, editor, { id })).toMatchObject({
      state: 'failed',
      problem: 'no_text',
    })
    expect(await theke.runner.run(readDocument, callBy(), { id })).toMatchObject({ page: null })
  })

  it('gets a new text with a new file, and the old one is found no more', async () => {
    const id = await upload('old.docx', makeDocx(['# Old', 'Zirconium is mentioned.']))
    expect(search('zirconium')).toEqual([`document:${id}:1`])
    const file = await theke.runner.inCtx(editor, (ctx) =>
      ctx.files.receive(Readable.from([Buffer.from(makeDocx(['# New', 'Palladium is mentioned.']))]), {
        name: 'new.docx',
      }),
    )
    await theke.runner.run(changeDocument, editor, { id, lang: 'en', title: 'Changed', fileId: file.id })
    await theke.drain()
    await theke.settled()
    expect(search('palladium')).toEqual([`document:${id}:1`])
    expect(search('zirconium')).toEqual([])
  })

  it('that was removed is found and read no more', async () => {
    const id = await upload('gone.docx', makeDocx(['Molybdenum.']))
    await theke.runner.run(removeDocument, editor, { id })
    await theke.settled()
    expect(search('molybdenum')).toEqual([])
    await expect(theke.runner.run(readDocument, callBy(), { id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(theke.runner.run(removeDocument, editor, { id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a document for some only', () => {
  it('shows on no path to the others', async () => {
    const id = await upload('inside.docx', makeDocx(['Ruthenium is for staff.']), { audienceId })
    const staff = callBy({ audiences: new Set([audienceId]) })
    expect(search('ruthenium')).toEqual([])
    expect(search('ruthenium', [audienceId])).toEqual([`document:${id}:1`])
    await expect(theke.runner.run(readDocument, callBy(), { id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await theke.runner.run(readDocument, staff, { id })).id).toBe(id)
    const listed = async (call: typeof staff) =>
      (await theke.runner.run(listDocuments, call, { limit: 100 })).items.map((one) => one.id)
    expect(await listed(callBy())).not.toContain(id)
    expect(await listed(staff)).toContain(id)
  })

  it('disappears from readers when it is hidden', async () => {
    const id = await upload('hidden.docx', makeDocx(['Osmium.']))
    await theke.runner.run(changeDocument, editor, { id, lang: 'en', title: 'Hidden', isPublished: false })
    await theke.settled()
    expect(search('osmium')).toEqual([])
    await expect(theke.runner.run(readDocument, callBy(), { id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await theke.runner.run(listEditableDocuments, editor, {})).items.map((one) => one.id)).toContain(id)
  })
})

describe('adding a document', () => {
  it('refuses a file that does not exist or belongs to something', async () => {
    const fields = { lang: 'en' as const, title: 'x' }
    await expect(theke.runner.run(addDocument, editor, { ...fields, fileId: newId() })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['fileId'] }],
    })
    const id = await upload('taken.docx', makeDocx(['Taken.']))
    const { fileId } = await theke.runner.run(readEditableDocument, bySystem, { id })
    await expect(theke.runner.run(addDocument, editor, { ...fields, fileId })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('the form of a document', () => {
  it('offers categories of every portal, so that saving elsewhere takes none away', async () => {
    const { id } = await theke.runner.run(saveCategory, editor, {
      texts: { en: { title: 'Devices' } },
      audience: audienceId,
      portals: ['employees'],
    })
    const run = ((operation, input) => theke.runner.run(operation, editor, input)) as PageCall['run']
    expect((await choicesFor({ run })).categories).toContainEqual({ value: id, label: 'Devices' })
  })
})
