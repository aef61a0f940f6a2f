import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storable } from '../storable.ts'

test('what can be kept stays the very same; what cannot is mended, wherever it stands', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      const mended = storable(value)
      expect(storable(mended)).toEqual(mended)
      const text = JSON.stringify(mended, (_key, one) => (typeof one === 'bigint' ? String(one) : one)) ?? ''
      expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/)
    }),
  )
  const input = { a: [{ 'b\0': 'x\ud800y\0' }], at: new Date(0) }
  expect(storable(input)).toEqual({ a: [{ b: 'x\ufffdy' }], at: new Date(0) })
  const fine = { a: ['Straße 👩‍👧', 1, null], b: { c: true } }
  expect(storable(fine)).toBe(fine)
})

test('what lies deeper than any form is refused, not walked', () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  expect(() => storable(deep)).toThrow(expect.objectContaining({ code: 'invalid' }))
})
