import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import * as rules from '../rules.ts'

const secret = 'a secret of the installation'

describe('states', () => {
  test('no walk leaves the table, and every walk can end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rules.STATES), { maxLength: 20 }), (wishes) => {
        let state: rules.State = 'new'
        for (const wish of wishes) if (rules.canBecome(state, wish)) state = wish
        expect(state === 'closed' || rules.canBecome(state, 'closed')).toBe(true)
      }),
    )
  })

  test('only its requester goes on after the end', () => {
    expect(rules.nextStates('closed')).toEqual([])
    for (const state of rules.STATES) expect(rules.canBecome('closed', state)).toBe(state === 'open')
  })

  test.each([
    ['solved, a day ago', 'solved', 1, true],
    ['declined, the last day', 'declined', 14, true],
    ['solved, too long ago', 'solved', 15, false],
    ['withdrawn', 'withdrawn', 1, false],
  ] as const)('opens again: %s', (_, ending, days, expected) => {
    const now = new Date('2026-11-20T12:00:00Z')
    const closed_at = new Date(now.getTime() - days * 86_400_000)
    expect(rules.isReopenable({ state: 'closed', ending, closed_at }, 14, now)).toBe(expected)
  })

  test('the desk never begins or overrides an approval', () => {
    for (const state of rules.STATES) expect(rules.nextStates(state)).not.toContain('approval')
    expect(rules.nextStates('approval')).toEqual(['closed'])
  })

  test('a reply only ever takes a step of the table', () => {
    for (const state of rules.STATES.filter(rules.isOpenToRequester)) {
      const after = rules.stateAfterReply(state)
      expect(after === state || rules.canBecome(state, after)).toBe(true)
    }
  })
})

describe('links and codes', () => {
  test('a link says which request it is for, and is proven by its signature', () => {
    const [id, other] = [newId(), newId()]
    const link = rules.linkOf(secret, id, 1)
    expect(rules.idOfLink(link)).toBe(id)
    expect(rules.isLinkOf(link, secret, id, 1)).toBe(true)
    expect(rules.isLinkOf(link, secret, other, 1)).toBe(false)
    expect(rules.isLinkOf(link, secret, id, 2)).toBe(false)
    expect(rules.isLinkOf(link, 'another secret', id, 1)).toBe(false)
  })

  test('what is no link has no id', () => {
    for (const text of ['', 'R-24001-A', 'x'.repeat(42), `${'x'.repeat(42)}/`]) expect(rules.idOfLink(text)).toBeNull()
  })

  test('a code belongs to one request and may be typed in any way', () => {
    const id = newId()
    const code = rules.codeOf(secret, id, 1)
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    expect(rules.isCodeOf(` ${code.toLowerCase().replace('-', '')}`, secret, id, 1)).toBe(true)
    expect(rules.isCodeOf(code, secret, newId(), 1)).toBe(false)
  })

  test('a reference is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (number) => {
        const typed = rules.referenceOf(number).toLowerCase().replaceAll('-', ' ')
        expect(rules.numberOf(typed)).toBe(number)
      }),
    )
  })
})
