import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Graph } from '../graph/Graph.tsx'
import type { GraphNode } from '../graph/graph.ts'
import { neighbour, type PlacedNode, place, unfolded } from '../graph/place.ts'
import { html, textsOf } from './render.ts'

const ids = Array.from({ length: 14 }, (_, n) => `s${n}`)
const node = (id: string, n: number): GraphNode => ({
  ...{ id, lines: n % 3 === 0 ? [id] : [id, id], href: `#${id}`, shape: 'step', said: id },
  ...(n % 4 === 0 ? { figure: '12' } : {}),
})
const nodes = ids.map(node)
const way = fc.record({
  from: fc.constantFrom(...ids),
  to: fc.constantFrom(...ids),
  by: fc.constantFrom('yes', 'no'),
  label: fc.constantFrom('', 'Ja, seit gestern'),
})
const ways = fc.uniqueArray(way, { maxLength: 30, selector: ({ from, to, by }) => `${from} ${to} ${by}` })
const direction = fc.constantFrom('down' as const, 'across' as const)

test('no box lies on another, everything is inside the picture, and arrows without circles lead on', () => {
  fc.assert(
    fc.property(ways, direction, (ways, direction) => {
      const graph = place(nodes, ways, direction)
      for (const a of graph.nodes) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0)
        expect(a.x + a.width / 2).toBeLessThanOrEqual(graph.width)
        expect(a.y + a.height / 2).toBeLessThanOrEqual(graph.height)
        for (const b of graph.nodes) if (a.id < b.id) expect(liesOn(a, b), `${a.id} on ${b.id}`).toBe(false)
      }
      expect(graph.ways).toHaveLength(ways.length)
      const forward = ways.filter(({ from, to }) => ids.indexOf(from) < ids.indexOf(to))
      const placed = new Map(place(nodes, forward, direction).nodes.map((one) => [one.id, one]))
      const along = (id: string) => placed.get(id)?.[direction === 'down' ? 'y' : 'x'] as number
      for (const { from, to } of forward) expect(along(from)).toBeLessThan(along(to))
    }),
    { numRuns: 40 },
  )
})

test('folding a box puts away what is reached through it only', () => {
  const tree = [
    ['s0', 's1'],
    ['s0', 's2'],
    ['s1', 's3'],
    ['s2', 's3'],
    ['s1', 's4'],
    ['s4', 's5'],
  ].map(([from, to]) => ({ from: from as string, to: to as string, by: 'next', label: '' }))
  const six = nodes.slice(0, 6)
  const shown = (...folded: string[]) => unfolded(six, tree, new Set(folded)).nodes.map(({ id }) => id)
  expect(shown()).toEqual(['s0', 's1', 's2', 's3', 's4', 's5'])
  expect(shown('s1')).toEqual(['s0', 's1', 's2', 's3'])
  expect(shown('s1', 's2')).toEqual(['s0', 's1', 's2'])
  expect(shown('s0')).toEqual(['s0'])
  expect(unfolded(six, tree, new Set(['s1'])).ways).toHaveLength(3)
})

test('folding never loses the box that was folded', () => {
  fc.assert(
    fc.property(ways, fc.constantFrom(...ids), (ways, id) => {
      const seen = unfolded(nodes, ways, new Set([id])).nodes.map((one) => one.id)
      expect(unfolded(nodes, ways, new Set()).nodes).toHaveLength(nodes.length)
      expect(seen).toContain(id)
    }),
  )
})

test('arrow keys go to the nearest box in their direction', () => {
  const at = (id: string, x: number, y: number) => ({ ...node(id, 1), x, y, width: 188, height: 60 })
  const placed = [at('top', 200, 0), at('left', 100, 100), at('right', 320, 100), at('below', 90, 200)]
  const from = (id: string, key: string) => neighbour(placed, id, key)?.id
  expect(from('top', 'ArrowDown')).toBe('left')
  expect(from('left', 'ArrowRight')).toBe('right')
  expect(from('left', 'ArrowDown')).toBe('below')
  expect(from('right', 'ArrowUp')).toBe('top')
  expect(from('top', 'ArrowUp')).toBeUndefined()
})

test('the picture is there before any script: every box a link, with what it says for who hears it', () => {
  const picture = html(<Graph t={textsOf('de')} label="Bild" title="Baum" nodes={nodes.slice(0, 2)} ways={[]} />)
  expect(picture).toContain('href="#s1"')
  expect(picture).toContain('<title>s1</title>')
  expect(picture).not.toMatch(/style=/)
})

function liesOn(a: PlacedNode, b: PlacedNode): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
}
