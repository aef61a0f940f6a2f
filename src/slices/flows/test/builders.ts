import type { z } from 'zod'
import type { Actor, Channel } from '../../../kernel/actor.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { bySystem, callBy, type openTheke } from '../../../test/theke.ts'
import { Definition } from '../definition.ts'
import { answerStep } from '../operations/answer-step.ts'
import { begin } from '../operations/begin.ts'
import { insertFlow, publish } from '../store/keeping.ts'

type Theke = Awaited<ReturnType<typeof openTheke>>
type Call = ReturnType<typeof callBy>

/** A small flow with one of everything: choice, number, check, date, text, look-up, and two ends. */
export const SAMPLE: z.input<typeof Definition> = {
  title: { de: 'Umzug', en: 'Moving' },
  lead: { de: 'Frage für Frage' },
  start: 'who',
  steps: [
    {
      id: 'who',
      kind: 'choice',
      title: { de: 'Wer zieht um?', en: 'Who is moving?' },
      options: [
        { id: 'me', label: { de: 'Ich', en: 'Me' }, to: 'people' },
        { id: 'firm', label: { de: 'Eine Firma' }, to: 'person' },
      ],
    },
    {
      id: 'people',
      kind: 'number',
      title: { de: 'Wie viele?' },
      min: 1,
      max: 20,
      unit: { de: 'Personen' },
      to: 'many',
    },
    {
      id: 'many',
      kind: 'check',
      lines: [{ is: 'at-least', step: 'people', number: 5 }],
      to: 'person',
      otherwise: 'day',
    },
    { id: 'day', kind: 'date', title: { de: 'Wann?' }, from: 0, until: 90, to: 'note' },
    { id: 'note', kind: 'text', title: { de: 'Noch etwas?' }, optional: true, to: 'own' },
    { id: 'own', kind: 'lookup', lookup: 'requests.open', title: { de: 'Geht es darum?' }, to: 'done', none: 'done' },
    { id: 'done', kind: 'end', title: { de: 'Fertig am {{day}}' }, body: { de: '**{{people}}**, {{note}}' } },
    {
      id: 'person',
      kind: 'end',
      title: { de: 'Ein Mensch hilft' },
      outcome: { type: 'person', message: { de: 'Wir sind {{people}}.' } },
    },
  ],
}

/** Builds flows, people and journeys for the tests of this slice. */
export function builders(theke: Theke) {
  const inSystem = <T>(work: Parameters<typeof theke.runner.inCtx<T>>[1]) => theke.runner.inCtx(bySystem, work)
  return {
    inSystem,
    /** A published flow; gives its key. */
    flow: (options: { definition?: z.input<typeof Definition>; audience?: string | null; portals?: string[] } = {}) =>
      inSystem(async (ctx) => {
        const key = `flow-${crypto.randomUUID().slice(0, 8)}`
        const draft = Definition.parse(options.definition ?? SAMPLE)
        const { audience = null, portals = [] } = options
        const id = await insertFlow(ctx, {
          key,
          draft,
          icon: 'route',
          topic: {},
          position: 0,
          audience_id: audience,
          portals,
        })
        await publish(ctx, id, draft, '')
        return { id, key }
      }),
    audience: async () => {
      const key = `audience-${crypto.randomUUID().slice(0, 8)}`
      const { id } = await theke.db
        .insertInto('audiences')
        .values({ key, names: JSON.stringify({ de: key }), rule: JSON.stringify({ signedIn: true }) })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, key }
    },
    /** A person with an account; gives a call by them. */
    async person(name: string, rest: Partial<Actor> = {}, channel: Channel = 'web', lang: Lang = 'de') {
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`
      const { id } = await theke.db
        .insertInto('persons')
        .values({ name, email, language: lang })
        .returning('id')
        .executeTakeFirstOrThrow()
      return callBy({ personId: id, name, email, ...rest }, lang, channel)
    },
    visitor: (lang: Lang = 'de', channel: Channel = 'api') => callBy({ address: '192.0.2.7' }, lang, channel),
    begin: (call: Call, key: string) => theke.runner.run(begin, call, { key }),
    /** Answers one question after the other, each at the step where the journey stands. */
    async answer(call: Call, link: string, ...answers: [step: string, value: string][]) {
      let journey: z.output<typeof answerStep.output> | undefined
      for (const [step, value] of answers) journey = await theke.runner.run(answerStep, call, { link, step, value })
      return journey as z.output<typeof answerStep.output>
    },
  }
}
