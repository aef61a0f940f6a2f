import { beforeAll, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { createArticle } from '../../../knowledge/operations/create-article.ts'
import { readForEditing } from '../../../knowledge/operations/read-for-editing.ts'
import { readProposal } from '../../../knowledge/operations/read-proposal.ts'
import { saveCategory } from '../../../knowledge/operations/save-category.ts'
import { builders } from '../../test/builders.ts'
import { addNote } from '../operations/add-note.ts'
import { answer } from '../operations/answer.ts'
import { readContext } from '../operations/read-context.ts'
import { readForDesk } from '../operations/read-for-desk.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
/** Answers at the desk and writes articles. */
let tobias: Call
/** Writes articles and has no business at the desk. */
let editor: Call
let category: string

beforeAll(async () => {
  theke = await openTheke()
  build = builders(theke)
  tobias = await build.person('Tobias Lindner', ['requests.work', 'knowledge.write'])
  editor = await build.person('Nils Brandt', ['knowledge.write'])
  const manager = await build.person('Claudia', ['knowledge.write', 'knowledge.manage'])
  category = (await theke.runner.run(saveCategory, manager, { texts: { de: { title: 'Strom' } } })).id
})

/** A request that has been answered. */
async function solved(type = 'question'): Promise<string> {
  const { reference } = await build.write(build.visitor(), {
    type,
    subject: 'Wallbox piept',
    message: 'Guten Tag,\n\nmeine Wallbox piept zweimal.\n\nMit freundlichen Grüßen\nRosa Quitte',
    name: 'Rosa Quitte',
    email: 'rosa@example.org',
  })
  await theke.runner.run(addNote, tobias, { reference, note: 'Typ 4711, Frau Quitte ist ungeduldig' })
  await theke.runner.run(answer, tobias, {
    reference,
    message: 'Guten Tag Frau Quitte,\n\nschalten Sie sie einmal aus.\n\nFreundliche Grüße\nTobias Lindner',
    state: 'solved',
  })
  return reference
}

test('an article begins with question and solution, without persons and notes, and both know of each other', async () => {
  const reference = await solved()
  const from = `request:${reference}`
  const proposal = await theke.runner.run(readProposal, tobias, { from })
  expect(proposal).toMatchObject({
    kind: 'how-to',
    lang: 'de',
    title: 'Wallbox piept',
    question: 'Meine Wallbox piept zweimal.',
    solution: 'Schalten Sie sie einmal aus.',
    path: `/desk/${reference}`,
  })
  const input = { kind: 'how-to' as const, lang: 'de' as const, title: 'Wallbox piept zweimal', category, from }
  const { id } = await theke.runner.run(createArticle, tobias, input)
  const article = await theke.runner.run(readForEditing, tobias, { id })
  expect(article.translation.content.body).toContain('Meine Wallbox piept zweimal.')
  expect(article.translation.content.body).toContain('Schalten Sie sie einmal aus.')
  expect(article.translation.content.body).not.toMatch(/Quitte|Lindner|4711/)
  expect(article.origin).toEqual({ label: `${reference} · Wallbox piept`, path: `/desk/${reference}` })
  const entry = (await theke.runner.run(readForDesk, tobias, { reference })).entries.find((one) => one.kind === 'link')
  expect(entry).toMatchObject({ internal: true, detail: { how: 'article', path: `/admin/articles/${id}` } })
  const { panels } = await theke.runner.run(readContext, tobias, { reference })
  expect(panels.find((panel) => panel.key === 'articles')?.links).toMatchObject([{ label: 'Wallbox piept zweimal' }])
})

test('of an incident it is a known error, with symptom and workaround', async () => {
  const from = `request:${await solved('incident')}`
  expect(await theke.runner.run(readProposal, tobias, { from })).toMatchObject({ kind: 'known-error' })
  const input = { kind: 'known-error' as const, lang: 'de' as const, title: 'Wallbox piept dreimal', category, from }
  const { id } = await theke.runner.run(createArticle, tobias, input)
  expect((await theke.runner.run(readForEditing, tobias, { id })).translation.content).toMatchObject({
    symptom: 'Meine Wallbox piept zweimal.',
    workaround: 'Schalten Sie sie einmal aus.',
  })
})

test('who does not see the request learns nothing of it by way of the article', async () => {
  const from = `request:${await solved()}`
  await expect(theke.runner.run(readProposal, editor, { from })).rejects.toMatchObject({ code: 'not_found' })
  const input = { kind: 'how-to' as const, lang: 'de' as const, title: 'Von nirgends', category, from }
  await expect(theke.runner.run(createArticle, editor, input)).rejects.toMatchObject({ code: 'not_found' })
  const { id } = await theke.runner.run(createArticle, tobias, input)
  expect((await theke.runner.run(readForEditing, editor, { id })).origin).toBeNull()
  await expect(theke.runner.run(readProposal, tobias, { from: 'nothing:x' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
