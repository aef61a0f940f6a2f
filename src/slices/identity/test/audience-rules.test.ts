import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { FACTS, type Facts, matches, type Rule } from '../../../kernel/audience.ts'
import { bySystem, openTheke } from '../../../test/theke.ts'
import { groupOf, ruleOf } from '../conditions.ts'
import { factsOf } from '../identification.ts'
import { previewRule } from '../store/audiences.ts'
import { setBelonging } from '../store/belonging.ts'
import { insertOrganisation, insertTeam } from '../store/groups.ts'
import { updatePerson } from '../store/persons.ts'
import { findIdentified } from '../store/sessions.ts'
import { makePerson } from './builders.ts'

const VALUES: Record<(typeof FACTS)[number], string[]> = {
  role: ['editor', 'agent', 'customer'],
  organisation: ['works', 'library'],
  team: ['grid', 'desk'],
  product: ['power', 'gas', 'o\'hara "quoted"'],
  place: ['Oststadt', 'Am Wehr'],
  language: ['de', 'en', 'el'],
  stage: ['prospect', 'customer'],
  tag: ['a', '%', ''],
}

const condition: fc.Arbitrary<Rule> = fc.constantFrom(...FACTS).chain((fact) =>
  fc.record({
    fact: fc.constant(fact),
    in: fc.array(fc.constantFrom(...VALUES[fact], 'unknown'), { minLength: 1, maxLength: 3 }),
  }),
)
const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    condition,
    fc.constant<Rule>({ signedIn: true }),
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule

let theke: Awaited<ReturnType<typeof openTheke>>
const people: { id: string; facts: Facts }[] = []

beforeAll(async () => {
  theke = await openTheke()
  const groups = await theke.runner.inCtx(bySystem, async ({ db }) => ({
    teams: [await insertTeam(db, 'grid', { de: 'Netz' }), await insertTeam(db, 'desk', { de: 'Service' })],
    organisations: [
      await insertOrganisation(db, 'works', 'Werke'),
      await insertOrganisation(db, 'library', 'Bücherei'),
    ],
  }))
  const some = fc.sample(
    fc.record({
      roles: fc.subarray(VALUES.role),
      teams: fc.subarray(groups.teams),
      organisations: fc.subarray(groups.organisations),
      language: fc.constantFrom('de' as const, 'en' as const, 'el' as const),
      products: fc.subarray(VALUES.product),
      places: fc.subarray(VALUES.place),
      stages: fc.subarray(VALUES.stage),
      tags: fc.subarray(VALUES.tag),
    }),
    { numRuns: 25, seed: 7 },
  )
  for (const { roles, teams, organisations, ...facts } of some) {
    const { id } = await makePerson(theke, { roles, password: null })
    await theke.runner.inCtx(bySystem, async ({ db }) => {
      await setBelonging(db, id, { teams, organisations })
      await updatePerson(db, id, facts)
    })
    const row = await findIdentified(theke.db, id)
    if (row) people.push({ id, facts: factsOf(row) })
  }
})

describe('the rule of an audience', () => {
  it('means the same in SQL and in memory', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        const { count, first } = await previewRule(theke.db, rule, 100)
        const expected = people.filter(({ facts }) => matches(rule, facts)).map(({ id }) => id)
        expect(first.map((person) => person.id).sort()).toEqual(expected.sort())
        expect(count).toBe(expected.length)
      }),
      { numRuns: 150 },
    )
  })

  it('survives the editor', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...FACTS), fc.boolean(), (rule, fact, signedIn) => {
        const facts = { ...people[0]?.facts, [fact]: VALUES[fact].slice(0, 1), signedIn } as Facts
        expect(matches(ruleOf(groupOf(rule)), facts)).toBe(matches(rule, facts))
      }),
      { numRuns: 500 },
    )
  })
})
