import { expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { Id } from '../schema.ts'

test('ids sort as they were made, also thousands within a millisecond', () => {
  const ids = Array.from({ length: 50_000 }, newId)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => Id.safeParse(id).success && id[14] === '7' && '89ab'.includes(String(id[19])))).toBe(true)
  // An id says when it was made, to a few milliseconds.
  const at = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  expect(Math.abs(at - Date.now())).toBeLessThan(60_000)
})
