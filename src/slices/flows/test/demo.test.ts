import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGS } from '../../../kernel/lang.ts'
import { stepsById } from '../definition.ts'
import { documentSchema, FlowDocument } from '../document.ts'
import { completeness, problemsOf } from '../rules-publishing.ts'

const folder = join(import.meta.dirname, '../../../../demo/flows')

describe.each(readdirSync(folder))('%s', (name) => {
  const { walked, ...written } = parse(readFileSync(join(folder, name), 'utf8'))
  const { definition } = FlowDocument.parse({ format: 'theke-flow/1', ...written })

  test('may be published, in three languages', () => {
    expect(problemsOf(definition, { lookups: new Set(['requests.open']), today: '2026-11-24' })).toEqual([])
    const total = completeness(definition)[0]?.total
    expect(completeness(definition).map(({ filled }) => filled)).toEqual(LANGS.map(() => total))
  })

  test('has figures of its own steps, and nobody leaves a step who has not come to it', () => {
    const steps = stepsById(definition)
    const came = new Map<string, number>()
    for (const [from, ways] of Object.entries(walked as Record<string, Record<string, number>>)) {
      if (from !== 'begin') expect([...steps.keys()]).toContain(from)
      for (const [to, times] of Object.entries(ways)) {
        if (!to.startsWith(':')) expect([...steps.keys()]).toContain(to)
        came.set(to, (came.get(to) ?? 0) + times)
      }
    }
    for (const [from, ways] of Object.entries(walked as Record<string, Record<string, number>>))
      if (from !== 'begin')
        expect(
          Object.values(ways).reduce((sum, times) => sum + times, 0),
          from,
        ).toBeLessThanOrEqual(came.get(from) ?? 0)
  })
})

test('the published schema knows every kind of step', () => {
  const schema = JSON.stringify(documentSchema('https://example.org/schemas/flow-1.json'))
  for (const kind of ['say', 'choice', 'number', 'date', 'text', 'lookup', 'check', 'end'])
    expect(schema).toContain(`"${kind}"`)
})
