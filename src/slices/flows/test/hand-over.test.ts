import { beforeAll, expect, test } from 'vitest'
import { openApp } from '../../../test/theke.ts'
import { write } from '../../requests/operations/write.ts'
import { readHandOver } from '../../requests/writing/read-hand-over.ts'
import { readJourney } from '../operations/read-journey.ts'
import { builders } from './builders.ts'

let app: Awaited<ReturnType<typeof openApp>>
let build: ReturnType<typeof builders>

beforeAll(async () => {
  app = await openApp()
  build = builders(app.theke as never)
})

async function atThePerson(call = build.visitor()) {
  const { key } = await build.flow()
  const { link } = await build.begin(call, key)
  await build.answer(call, link, ['who', 'me'], ['people', '8'])
  return link
}

test('a message takes the whole way along, and shows it before it is sent', async () => {
  const link = await atThePerson()
  const { body } = await app.fastify.inject({ url: `/de/contact?from=journey:${link}` })
  expect(body).toContain('Wir sind 8 Personen.')
  expect(body).toContain('Wie viele?')
  expect(body).toContain(`name="from" value="journey:${link}"`)
  await app.theke.runner.run(write, build.visitor(), { subject: 'Umzug', message: 'Bitte', from: `journey:${link}` })
  const { handed_over } = await app.theke.db
    .selectFrom('requests')
    .select('handed_over')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(handed_over).toMatchObject({
    guide: { title: 'Umzug' },
    read: [],
    steps: [
      { question: 'Wer zieht um?', answer: 'Ich' },
      { question: 'Wie viele?', answer: '8 Personen' },
      { answer: 'Ein Mensch hilft' },
    ],
  })
})

test('every way to a person on the page of a journey takes it along', async () => {
  const { key } = await build.flow()
  const { link } = await build.begin(build.visitor(), key)
  const { body } = await app.fastify.inject({ url: `/de/guided-help/${key}/${link}` })
  const asked = [...body.matchAll(/href="\/de\/contact\?([^"]*)"/g)].map(([, query]) => new URLSearchParams(query))
  expect(asked.map((query) => query.get('from'))).toEqual([`journey:${link}`, `journey:${link}`])
})

test('somebody else’s way is handed over by nobody; the message goes without it', async () => {
  const link = await atThePerson(await build.person('Anna'))
  const from = `journey:${link}`
  await expect(app.theke.runner.run(readHandOver, build.visitor(), { from })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(app.theke.runner.run(readHandOver, build.visitor(), { from: 'nothing:abc' })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await app.fastify.inject({ url: `/de/contact?from=${from}` })).statusCode).toBe(200)
  await app.theke.runner.run(write, build.visitor(), { subject: 'Ohne', message: 'Bitte', from })
  const row = await app.theke.db
    .selectFrom('requests')
    .select('handed_over')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(row.handed_over).toEqual({ read: [] })
})

test('a look-up offers one’s own, and nobody else’s', async () => {
  const anna = await build.person('Anna')
  const { reference } = await app.theke.runner.run(write, anna, { subject: 'Laterne', message: 'Dunkel' })
  const { key } = await build.flow({
    definition: {
      title: { de: 'X' },
      start: 'own',
      steps: [
        {
          id: 'own',
          kind: 'lookup',
          lookup: 'requests.open',
          title: { de: 'Geht es darum?' },
          to: 'it',
          none: 'other',
        },
        { id: 'it', kind: 'end', title: { de: 'Um {{own}}' } },
        { id: 'other', kind: 'end', title: { de: 'Um etwas anderes' } },
      ],
    },
  })
  const { link, step } = await build.begin(anna, key)
  expect(step.choices).toMatchObject([{ value: reference, label: 'Laterne' }, { value: '' }])
  await expect(build.answer(anna, link, ['own', 'R-1-X'])).rejects.toMatchObject({ code: 'invalid' })
  expect((await build.answer(anna, link, ['own', reference])).step.title).toBe('Um Laterne')
  // Somebody of whom nothing is found is not asked; somebody unknown may sign in first.
  expect((await build.begin(await build.person('Bernd'), key)).step.id).toBe('other')
  const visitor = await build.begin(build.visitor(), key)
  expect(visitor.step).toMatchObject({ id: 'own', signInHelps: true, choices: [{ value: '' }] })
  expect((await app.theke.runner.run(readJourney, build.visitor(), { link: visitor.link })).ended).toBe(false)
})
