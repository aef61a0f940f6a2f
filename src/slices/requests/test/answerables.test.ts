import { beforeAll, describe, expect, test } from 'vitest'
import type { Call } from '../../../kernel/runner.ts'
import { openTheke } from '../../../test/theke.ts'
import { askOwn } from '../../answers/operations/ask-own.ts'
import { builders } from './builders.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof builders>
let elif: Call
let ben: Call
let reference: string

beforeAll(async () => {
  theke = await openTheke({ now: () => new Date('2026-11-20T15:00:00Z') })
  build = builders(theke)
  elif = await build.person('Elif')
  ben = await build.person('Ben')
  await build.hours()
  reference = (await build.write(elif)).reference
})

const ask = async (q: string, call: Call = elif) => (await theke.runner.run(askOwn, call, { q })).answer

describe('asked about one’s own requests', () => {
  test('how one stands, by its reference as people type it', async () => {
    expect(await ask(`Wie steht es um ${reference.toLowerCase().replaceAll('-', ' ')}?`)).toEqual({
      name: 'requests.state',
      figure: 'Eingegangen',
      text: 'Auf Ihr Anliegen „Straßenlaterne dunkel“ antworten wir bis Montag, 23. November 2026 um 16:00.',
      asOf: '2026-11-20T15:00:00.000Z',
      url: `/de/requests/${reference}`,
      link: `Zum Anliegen ${reference}`,
      items: [],
    })
  })

  test('when an answer comes, in the language of the reader', async () => {
    const answer = await ask('When do I get an answer?', { ...elif, lang: 'en' })
    expect(answer).toMatchObject({ name: 'requests.promise', figure: 'Monday, 23 November 2026' })
  })

  test('what is still open', async () => {
    const answer = await ask('τι ειναι ακομα ανοιχτο', { ...elif, lang: 'el' })
    expect(answer).toMatchObject({ name: 'requests.open', figure: '1', text: 'Έχετε ένα ανοιχτό αίτημα.' })
    expect(answer?.items).toMatchObject([{ title: 'Straßenlaterne dunkel', url: `/el/requests/${reference}` }])
    expect(await ask('Was ist noch offen?', ben)).toMatchObject({ figure: '0', items: [] })
  })
})

test('somebody else’s request is an ordinary question, like one that does not exist', async () => {
  expect(await ask(`Wie steht es um ${reference}?`, ben)).toBeNull()
  expect(await ask('Wie steht es um R-99999-X?', ben)).toBeNull()
})

test('whoever is not signed in learns how to reach us, and nothing of anybody’s', async () => {
  expect(await ask('Wer ist mein Ansprechpartner?', build.visitor())).toMatchObject({
    name: 'requests.contact',
    figure: 'Kundenservice',
    url: '/de/contact',
  })
  expect(await ask('Was ist noch offen?', build.visitor())).toBeNull()
  expect(await ask(`Wie steht es um ${reference}?`, build.visitor())).toBeNull()
})

test('an ordinary question is none', async () => {
  expect(await ask('Wie melde ich meinen Zählerstand?')).toBeNull()
  expect(await ask('')).toBeNull()
})
