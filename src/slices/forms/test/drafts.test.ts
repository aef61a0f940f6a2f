import { beforeAll, describe, expect, it } from 'vitest'
import { NOBODY } from '../../../kernel/audience.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { filesIn } from '../filling.ts'
import { answerRows, finishDraft, formChoices, latestForm, readFormVersion, takeAnswers } from '../index.ts'
import { jobs } from '../jobs.ts'
import { dropDraft } from '../operations/drop-draft.ts'
import { keepDraft } from '../operations/keep-draft.ts'
import { listDrafts } from '../operations/list-drafts.ts'
import { readDraft } from '../operations/read-draft.ts'
import { builders, LAMP, PURPOSE } from './builders.ts'

let now = new Date('2026-11-24T10:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let make: ReturnType<typeof builders>
beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  make = builders(theke)
})

describe('a draft', () => {
  it('begins with the profile and keeps what is typed, page by page', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const address = await make.draft(ann, id)
    const first = await theke.runner.run(readDraft, ann, { address })
    expect(first).toMatchObject({
      page: 'lamp',
      isComplete: false,
      isMine: true,
      answers: { name: 'Ann' },
      purpose: PURPOSE,
    })

    const kept = await theke.runner.run(keepDraft, ann, {
      address,
      page: 'lamp',
      answers: { kind: 'broken' },
      asked: ['kind'],
    })
    expect(kept).toMatchObject({ isAsking: true, next: 'you', isComplete: false })
    expect(kept.issues).toEqual([{ path: ['answers', 'danger'], key: 'form.chooseOne' }])

    await theke.runner.run(keepDraft, ann, { address, page: 'lamp', answers: { kind: 'broken', danger: true } })
    const last = await theke.runner.run(keepDraft, ann, { address, page: 'you', answers: { name: 'Ann B.' } })
    expect(last).toMatchObject({ issues: [], next: null, isComplete: true })
    const { items } = await theke.runner.run(listDrafts, ann, {})
    expect(items).toMatchObject([{ id: address, title: PURPOSE.title }])
  })

  it('looks up no more files than a form takes, however many are named', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const address = await make.draft(ann, id)
    const file = await make.upload(ann)
    const photo = [file.id, file.id, ...Array.from({ length: 3000 }, () => crypto.randomUUID())]
    const { definition } = await theke.runner.run(readDraft, ann, { address })
    expect(filesIn(definition, { photo })).toHaveLength(20)
    expect(filesIn(definition, { photo: [file.id, file.id] })).toEqual([file.id])
    const { issues } = await theke.runner.run(keepDraft, ann, { address, page: 'you', answers: { photo } })
    expect(issues).toContainEqual(expect.objectContaining({ path: ['answers', 'photo'] }))
  })

  it('is taken whole: checked, its files given on, and gone', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const address = await make.draft(ann, id, { kind: 'dark' })
    const file = await make.upload(ann)
    await theke.runner.run(keepDraft, ann, { address, page: 'you', answers: { photo: [file.id] } })
    const owner = `request:${crypto.randomUUID()}`
    const taken = await theke.runner.inCtx(ann, (ctx) => finishDraft(ctx, address, owner))
    expect(taken).toMatchObject({
      formId: id,
      version: 1,
      files: [file.id],
      answers: { kind: 'dark', photo: [file.id] },
    })
    const rows = await theke.runner.inCtx(ann, (ctx) => answerRows(ctx, taken.definition, taken.answers))
    expect(rows).toMatchObject([
      { label: 'Was ist los?', text: 'Sie ist dunkel' },
      { label: 'Bild', files: [{ name: 'laterne.txt' }] },
    ])
    await expect(theke.runner.run(readDraft, ann, { address })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not taken while something is missing', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const address = await make.draft(ann, id)
    await expect(theke.runner.inCtx(ann, (ctx) => finishDraft(ctx, address, 'request:1'))).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['answers', 'kind'] }],
    })
  })

  it('is nobody else’s, whatever address they try', async () => {
    const [ann, bob] = [await make.person('Ann'), await make.person('Bob')]
    const { id } = await make.form()
    const address = await make.draft(ann, id)
    for (const who of [bob, make.visitor()])
      for (const call of [
        () => theke.runner.run(readDraft, who, { address }),
        () => theke.runner.run(keepDraft, who, { address, answers: {} }),
        () => theke.runner.run(dropDraft, who, { address }),
      ])
        await expect(call()).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of a visitor is reached by its link, and becomes theirs who sign in', async () => {
    const { id } = await make.form()
    const link = await make.draft(make.visitor(), id)
    expect(link).toHaveLength(43)
    expect(await theke.runner.run(readDraft, make.visitor(), { address: link })).toMatchObject({ isMine: false })
    const wrong = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    await expect(theke.runner.run(readDraft, make.visitor(), { address: wrong })).rejects.toMatchObject({
      code: 'not_found',
    })

    const ann = await make.person('Ann')
    await theke.runner.run(keepDraft, ann, { address: link, answers: { kind: 'dark' } })
    expect((await theke.runner.run(listDrafts, ann, {})).items).toHaveLength(1)
    await expect(theke.runner.run(readDraft, make.visitor(), { address: link })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is removed with its files when nobody touches it for long', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const address = await make.draft(ann, id)
    const file = await make.upload(ann)
    await theke.runner.run(keepDraft, ann, { address, answers: { kind: 'dark', photo: [file.id] } })
    now = new Date(now.getTime() + 31 * 86_400_000)
    const tidy = jobs.find((job) => job.name === 'forms.tidyDrafts')
    await theke.runner.inCtx(bySystem, (ctx) => tidy?.handle(ctx, {}) ?? Promise.resolve())
    await expect(theke.runner.run(readDraft, ann, { address })).rejects.toMatchObject({ code: 'not_found' })
    expect(await theke.http.filesFor(ann.actor.personId).find(file.id)).toBeUndefined()
  })
})

describe('answers that come at once', () => {
  it('are refused with one issue per field', async () => {
    const ann = await make.person('Ann')
    const { id } = await make.form()
    const wanted = { formId: id, version: 1, owner: 'request:1' }
    const answers = { kind: 'no', colleague: ann.actor.personId, extra: 1 }
    const call = theke.runner.inCtx(ann, (ctx) => takeAnswers(ctx, { ...wanted, answers }))
    await expect(call).rejects.toMatchObject({ issues: [{ key: 'refusal.choice' }, { key: 'refusal.unknownFields' }] })
  })

  it('name only people whom one may choose, and files that fit', async () => {
    const { id } = await make.form()
    const organisation = await theke.db
      .insertInto('organisations')
      .values({ key: 'works', name: 'Werke' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const colleague = await make.person('Carla')
    await theke.db
      .insertInto('memberships')
      .values({ organisation_id: organisation.id, person_id: colleague.actor.personId as string })
      .execute()
    const insider = await make.person('Ann', { facts: { ...NOBODY, signedIn: true, organisation: ['works'] } })
    const outsider = await make.person('Zoe')
    const take = (who: typeof insider, answers: object) =>
      theke.runner.inCtx(who, (ctx) => takeAnswers(ctx, { formId: id, version: 1, owner: 'request:2', answers }))
    const named = { kind: 'dark', colleague: colleague.actor.personId }
    await expect(take(outsider, named)).rejects.toMatchObject({ issues: [{ path: ['answers', 'colleague'] }] })
    expect((await take(insider, named)).answers).toEqual(named)
    const stranger = await make.upload(outsider)
    await expect(take(insider, { kind: 'dark', photo: [stranger.id] })).rejects.toMatchObject({
      issues: [{ key: 'form.fileMissing' }],
    })
  })
})

it('the door finds forms by key and id, and versions for ever', async () => {
  const { id, key } = await make.form()
  await theke.runner.inCtx(bySystem, async (ctx) => {
    expect(await latestForm(ctx, key)).toMatchObject({ id, version: 1 })
    expect(await latestForm(ctx, id)).toMatchObject({ key })
    expect(await latestForm(ctx, 'no-such-form')).toBeUndefined()
    expect((await readFormVersion(ctx, id, 1))?.definition.pages).toHaveLength(LAMP.pages.length)
    expect(await formChoices(ctx)).toContainEqual({ id, key, version: 1, title: LAMP.title.de })
  })
})
