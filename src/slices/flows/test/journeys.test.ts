import { beforeAll, describe, expect, test } from 'vitest'
import { openTheke } from '../../../test/theke.ts'
import { answerStep } from '../operations/answer-step.ts'
import { back } from '../operations/back.ts'
import { begin } from '../operations/begin.ts'
import { dropJourney } from '../operations/drop-journey.ts'
import { list } from '../operations/list.ts'
import { listJourneys } from '../operations/list-journeys.ts'
import { openEnd } from '../operations/open-end.ts'
import { rateEnd } from '../operations/rate-end.ts'
import { read } from '../operations/read.ts'
import { readJourney } from '../operations/read-journey.ts'
import { builders, SAMPLE } from './builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
const now = new Date('2026-11-24T10:00:00Z')

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = builders(theke)
})

describe('walking', () => {
  test('a visitor answers to the end, with answers put into later texts', async () => {
    const { key } = await build.flow()
    const visitor = build.visitor()
    const { link, step, questionsLeft } = await build.begin(visitor, key)
    expect(step).toMatchObject({
      id: 'who',
      kind: 'choice',
      choices: [{ value: 'me', label: 'Ich' }, { value: 'firm' }],
    })
    expect(questionsLeft).toBe(5)
    const end = await build.answer(
      visitor,
      link,
      ['who', 'me'],
      ['people', '3'],
      ['day', '2026-12-01'],
      ['note', 'Klavier *schwer*'],
      ['own', ''],
    )
    expect(end.ended).toBe(true)
    expect(end.step.title).toBe('Fertig am Dienstag, 1. Dezember 2026')
    expect(end.step.body).toBe('**3 Personen**, Klavier \\*schwer\\*')
    expect(end.step.spoken).toContain('3 Personen, Klavier *schwer*')
    expect(end.trail.map((one) => one.answer)).toEqual([
      'Ich',
      '3 Personen',
      'Dienstag, 1. Dezember 2026',
      'Klavier *schwer*',
      'Nichts davon',
    ])
  })

  test('a check decides by what was answered', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    const end = await build.answer(build.visitor(), link, ['who', 'me'], ['people', '7'])
    expect(end.step).toMatchObject({ id: 'person', end: { type: 'person' } })
  })

  test('the first question is answered while beginning', async () => {
    const { key } = await build.flow()
    const journey = await theke.runner.run(begin, build.visitor(), { key, answer: { step: 'who', value: 'firm' } })
    expect(journey.step.id).toBe('person')
  })

  test('an answer that comes twice moves on once', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await build.answer(build.visitor(), link, ['who', 'me'])
    expect((await build.answer(build.visitor(), link, ['who', 'firm'])).step.id).toBe('people')
  })

  test('what is asked is read in the reader’s language, or in one that there is', async () => {
    const { key } = await build.flow()
    const english = await build.begin(build.visitor('en'), key)
    expect(english.step).toMatchObject({ title: 'Who is moving?', lang: 'en' })
    expect(english.step.choices.map((one) => one.label)).toEqual(['Me', 'Eine Firma'])
    const greek = await theke.runner.run(readJourney, build.visitor('el'), { link: english.link })
    expect(greek.step).toMatchObject({ title: 'Wer zieht um?', lang: 'de' })
  })

  test.each([
    ['who', '', 'required'],
    ['who', 'nobody', 'choice'],
    ['people', 'viele', 'number'],
    ['people', '0', 'tooSmall'],
    ['people', '21', 'tooLarge'],
    ['day', '31.2.', 'date'],
    ['day', '2026-02-31', 'date'],
    ['day', '2026-11-23', 'tooEarly'],
    ['day', '2027-12-01', 'tooLate'],
  ])('at %s, “%s” is refused: %s', async (step, value, problem) => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    const before: [string, string][] =
      step === 'who'
        ? []
        : step === 'people'
          ? [['who', 'me']]
          : [
              ['who', 'me'],
              ['people', '2'],
            ]
    await build.answer(build.visitor(), link, ...before)
    await expect(theke.runner.run(answerStep, build.visitor(), { link, step, value })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ path: ['value'], key: `flows.answer.${problem}` }],
    })
  })

  test('goes back one question, or to any that was answered', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await build.answer(build.visitor(), link, ['who', 'me'], ['people', '3'])
    expect((await theke.runner.run(back, build.visitor(), { link })).step.id).toBe('people')
    await build.answer(build.visitor(), link, ['people', '4'], ['day', '2026-12-01'])
    const first = await theke.runner.run(back, build.visitor(), { link, to: 'who' })
    expect(first).toMatchObject({ step: { id: 'who' }, trail: [] })
    await expect(theke.runner.run(back, build.visitor(), { link })).rejects.toMatchObject({ reason: 'flows.at_start' })
  })

  test('figures count moves and take back what was taken back', async () => {
    const { id, key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await build.answer(build.visitor(), link, ['who', 'me'], ['people', '3'], ['day', '2026-12-01'])
    await theke.runner.run(back, build.visitor(), { link, to: 'people' })
    const moves = await theke.db
      .selectFrom('flow_moves')
      .selectAll()
      .where('flow_id', '=', id)
      .where('moves', '>', 0)
      .execute()
    expect(moves.map((one) => `${one.from_step}→${one.to_step}:${one.moves}`).sort()).toEqual([
      'who→people:1',
      '→who:1',
    ])
  })

  test('a journey stays on the version that it began with', async () => {
    const { id, key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await build.inSystem(async (ctx) => {
      const { Definition } = await import('../definition.ts')
      const { publish } = await import('../store/keeping.ts')
      await publish(
        ctx,
        id,
        Definition.parse({
          ...SAMPLE,
          title: { de: 'Neu' },
          steps: [{ id: 'who', kind: 'end', title: { de: 'Neu' } }],
        }),
        '',
      )
    })
    expect(await theke.runner.run(readJourney, build.visitor(), { link })).toMatchObject({
      version: 1,
      step: { kind: 'choice' },
    })
    expect((await build.begin(build.visitor(), key)).version).toBe(2)
  })
})

describe('ends', () => {
  test('say where they lead, and whether they helped', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await expect(theke.runner.run(rateEnd, build.visitor(), { link, helped: true })).rejects.toMatchObject({
      reason: 'flows.not_ended',
    })
    await expect(theke.runner.run(openEnd, build.visitor(), { link })).rejects.toMatchObject({
      reason: 'flows.no_opening',
    })
    await build.answer(build.visitor(), link, ['who', 'me'], ['people', '9'])
    expect(await theke.runner.run(openEnd, build.visitor(), { link })).toEqual({
      path: `/contact?from=journey:${link}`,
    })
    expect((await theke.runner.run(rateEnd, build.visitor(), { link, helped: false })).helped).toBe(false)
    await expect(
      theke.runner.run(answerStep, build.visitor(), { link, step: 'person', value: '' }),
    ).rejects.toMatchObject({ reason: 'flows.ended' })
  })

  test('one that leads to what does not exist leads to a person', async () => {
    const definition = {
      title: { de: 'X' },
      start: 'end',
      steps: [
        { id: 'end', kind: 'end' as const, title: { de: 'X' }, outcome: { type: 'article' as const, key: 'nowhere' } },
      ],
    }
    const { key } = await build.flow({ definition })
    const journey = await build.begin(build.visitor(), key)
    expect(journey.step.end).toMatchObject({ type: 'article', target: null })
    expect((await theke.runner.run(openEnd, build.visitor(), { link: journey.link })).path).toContain('/contact?from=')
  })
})

describe('whose a journey is', () => {
  test('one that somebody began signed in opens for them only, and is listed', async () => {
    const { key } = await build.flow()
    const anna = await build.person('Anna')
    const { link } = await build.begin(anna, key)
    expect((await theke.runner.run(listJourneys, anna, {})).items).toMatchObject([
      { link, key, question: 'Wer zieht um?' },
    ])
    for (const other of [build.visitor(), await build.person('Bernd')])
      for (const operation of [readJourney, back, dropJourney, openEnd])
        await expect(theke.runner.run(operation, other, { link })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('one that was begun without signing in becomes that of who goes on signed in', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    const anna = await build.person('Anna')
    await build.answer(anna, link, ['who', 'me'])
    expect((await theke.runner.run(listJourneys, anna, {})).items).toHaveLength(1)
    await expect(theke.runner.run(readJourney, build.visitor(), { link })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('can be dropped', async () => {
    const { key } = await build.flow()
    const { link } = await build.begin(build.visitor(), key)
    await theke.runner.run(dropJourney, build.visitor(), { link })
    await expect(theke.runner.run(readJourney, build.visitor(), { link })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a link that nobody made opens nothing', async () => {
    await expect(theke.runner.run(readJourney, build.visitor(), { link: 'A'.repeat(43) })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('whom a flow is for', () => {
  test.each(['web', 'api', 'mcp'] as const)(
    'on %s, nobody else reads, begins, goes on or finds it',
    async (channel) => {
      const audience = await build.audience()
      const { key } = await build.flow({ audience: audience.id })
      const member = await build.person('Anna', { audiences: new Set([audience.id]) }, channel)
      const { link } = await build.begin(member, key)
      const outsider = { ...member, actor: { ...member.actor, audiences: new Set<string>() } }
      await expect(theke.runner.run(read, outsider, { key })).rejects.toMatchObject({ code: 'not_found' })
      await expect(theke.runner.run(begin, outsider, { key })).rejects.toMatchObject({ code: 'not_found' })
      await expect(theke.runner.run(readJourney, outsider, { link })).rejects.toMatchObject({ code: 'not_found' })
      await expect(theke.runner.run(answerStep, outsider, { link, step: 'who', value: 'me' })).rejects.toMatchObject({
        code: 'not_found',
      })
      const keys = async (call: typeof member) =>
        (await theke.runner.run(list, call, { limit: 100 })).items.map((one) => one.key)
      expect(await keys(member)).toContain(key)
      expect(await keys(outsider)).not.toContain(key)
      expect((await theke.runner.run(listJourneys, outsider, {})).items).toEqual([])
    },
  )

  test('one of another portal does not exist here', async () => {
    const { key } = await build.flow({ portals: ['employees'] })
    await expect(theke.runner.run(read, build.visitor(), { key })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('checks look at audiences by their keys', async () => {
    const audience = await build.audience()
    const { key } = await build.flow({
      definition: {
        title: { de: 'X' },
        start: 'check',
        steps: [
          { id: 'check', kind: 'check', lines: [{ is: 'in', audience: audience.key }], to: 'yes', otherwise: 'no' },
          { id: 'yes', kind: 'end', title: { de: 'Ja' } },
          { id: 'no', kind: 'end', title: { de: 'Nein' } },
        ],
      },
    })
    expect((await build.begin(await build.person('A', { audiences: new Set([audience.id]) }), key)).step.id).toBe('yes')
    expect((await build.begin(build.visitor(), key)).step.id).toBe('no')
  })
})
