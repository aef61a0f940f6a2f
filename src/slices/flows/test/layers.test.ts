import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInLayers } from '../layers.ts'

const ids = Array.from({ length: 14 }, (_, n) => `s${n}`)
const nodes = ids.map((id, n) => ({ id, width: 184, height: n % 3 === 0 ? 43 : 60 }))
const edge = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) })

test('no box lies on another, arrows lead down unless they close a circle, and everything has a place inside the picture', () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
      const { places, passes, width, height } = placeInLayers(nodes, edges)
      const boxes = nodes.map((node) => ({ ...node, ...(places.get(node.id) as { x: number; y: number }) }))
      for (const a of boxes) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(-0.01)
        expect(a.x + a.width / 2).toBeLessThanOrEqual(width + 0.01)
        expect(a.y + a.height / 2).toBeLessThanOrEqual(height + 0.01)
        for (const b of boxes)
          if (a.id < b.id) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2
            expect(apart, `${a.id} and ${b.id}`).toBe(true)
          }
      }
      expect(passes).toHaveLength(edges.length)
      const forward = edges.filter(({ from, to }) => ids.indexOf(from) < ids.indexOf(to))
      const onlyForward = placeInLayers(nodes, forward)
      for (const { from, to } of forward)
        expect(onlyForward.places.get(from)?.y).toBeLessThan(onlyForward.places.get(to)?.y as number)
    }),
  )
})
