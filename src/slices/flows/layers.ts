/** A box to be placed. */
export interface Node {
  id: string
  width: number
  height: number
}

/** An arrow between two boxes. */
export interface Edge {
  from: string
  to: string
}

export interface Placed {
  /** Middle of a box. */
  x: number
  y: number
}

/** What stands in a layer: a box, or the place where a long arrow passes. */
interface Item {
  id: string
  width: number
  x: number
}

const GAP = { x: 28, y: 64, passing: 20 }
const SWEEPS = 12

/**
 * Places boxes in layers from the top down, each below everything that leads to it, and gives the points where long arrows pass between
 * others (Sugiyama, Tagawa and Toda, 1981: layers by longest path, order by barycentres, positions by the median of neighbours). Arrows
 * that close a circle are drawn but decide nothing.
 */
export function placeInLayers(nodes: readonly Node[], edges: readonly Edge[]) {
  const down = edges.filter(isNoCircle(nodes, edges))
  const layerOf = layersOf(nodes, down)
  const { layers, links, passes } = withPasses(nodes, edges, layerOf)
  for (let n = 0; n < SWEEPS; n++) order(layers, links, n % 2 === 0)
  for (const layer of layers) spread(layer)
  const xOf = new Map(layers.flat().map(({ id, x }) => [id, x]))
  for (let n = 0; n < SWEEPS; n++)
    for (const layer of n % 2 === 0 ? layers : layers.toReversed()) settle(layer, links, xOf)
  return coordinates(nodes, layers, layerOf, passes)
}

/** Arrows whose target does not lead back to their beginning, found in one walk. */
function isNoCircle(nodes: readonly Node[], edges: readonly Edge[]): (edge: Edge) => boolean {
  const out = Map.groupBy(edges, (edge) => edge.from)
  const state = new Map<string, 'open' | 'done'>()
  const closing = new Set<Edge>()
  const visit = (id: string) => {
    state.set(id, 'open')
    for (const edge of out.get(id) ?? [])
      if (state.get(edge.to) === 'open') closing.add(edge)
      else if (!state.has(edge.to)) visit(edge.to)
    state.set(id, 'done')
  }
  for (const { id } of nodes) if (!state.has(id)) visit(id)
  return (edge) => !closing.has(edge)
}

/** The layer of a box: one below the lowest of those that lead to it. */
function layersOf(nodes: readonly Node[], edges: readonly Edge[]): Map<string, number> {
  const into = Map.groupBy(edges, (edge) => edge.to)
  const layers = new Map<string, number>()
  const layer = (id: string): number => {
    const known = layers.get(id)
    if (known !== undefined) return known
    const own = Math.max(-1, ...(into.get(id) ?? []).map((edge) => layer(edge.from))) + 1
    layers.set(id, own)
    return own
  }
  for (const { id } of nodes) layer(id)
  return layers
}

/** Layers with a place for every arrow that passes one, and who is linked with whom. */
function withPasses(nodes: readonly Node[], edges: readonly Edge[], layerOf: ReadonlyMap<string, number>) {
  const layers: Item[][] = []
  const at = (layer: number) => (layers[layer] ??= [])
  for (const { id, width } of nodes) at(layerOf.get(id) ?? 0).push({ id, width, x: 0 })
  const links = new Map<string, string[]>()
  const link = (a: string, b: string) => {
    links.set(a, [...(links.get(a) ?? []), b])
    links.set(b, [...(links.get(b) ?? []), a])
  }
  const passes = edges.map(({ from, to }, n) => {
    const [top, bottom] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0]
    const path: string[] = []
    for (let layer = top + 1; layer < bottom; layer++) {
      const id = `${n}:${layer}`
      at(layer).push({ id, width: GAP.passing, x: 0 })
      path.push(id)
    }
    const stops = [from, ...path, to]
    if (bottom > top) for (let n = 1; n < stops.length; n++) link(stops[n - 1] as string, stops[n] as string)
    return path
  })
  return { layers: Array.from(layers, (layer) => layer ?? []), links, passes }
}

/** Sorts each layer by the mean place of the neighbours in the layer before it (or after it, upwards). */
function order(layers: Item[][], links: ReadonlyMap<string, string[]>, downwards: boolean) {
  const steps = downwards ? layers.keys() : [...layers.keys()].reverse()
  let fixed = new Map<string, number>()
  for (const at of steps) {
    const layer = layers[at] as Item[]
    const place = (item: Item, own: number) => {
      const places = (links.get(item.id) ?? []).flatMap((id) => fixed.get(id) ?? [])
      return places.length > 0
        ? places.reduce((sum, one) => sum + one, 0) / places.length
        : own / Math.max(1, layer.length)
    }
    const sorted = layer.map((item, n) => ({ item, place: place(item, n) })).sort((a, b) => a.place - b.place)
    layers[at] = sorted.map(({ item }) => item)
    fixed = new Map(sorted.map(({ item }, n) => [item.id, (n + 0.5) / sorted.length]))
  }
}

/** Puts a layer side by side, its middle at zero. */
function spread(layer: Item[]) {
  const total = layer.reduce((sum, { width }) => sum + width + GAP.x, -GAP.x)
  let x = -total / 2
  for (const item of layer) {
    item.x = x + item.width / 2
    x += item.width + GAP.x
  }
}

/** Moves each item of a layer towards the median of its neighbours, as far as the items beside it let it. */
function settle(layer: Item[], links: ReadonlyMap<string, string[]>, xOf: Map<string, number>) {
  const wishes = layer.map(({ id, x }) => {
    const places = (links.get(id) ?? []).flatMap((other) => xOf.get(other) ?? []).sort((a, b) => a - b)
    return places.length > 0
      ? ((places[(places.length - 1) >> 1] as number) + (places[places.length >> 1] as number)) / 2
      : x
  })
  const room = (n: number) => ((layer[n - 1] as Item).width + (layer[n] as Item).width) / 2 + GAP.x
  const left = [...wishes]
  const right = [...wishes]
  for (let n = 1; n < layer.length; n++) left[n] = Math.max(left[n] as number, (left[n - 1] as number) + room(n))
  for (let n = layer.length - 2; n >= 0; n--)
    right[n] = Math.min(right[n] as number, (right[n + 1] as number) - room(n + 1))
  // The middle between pushing everything right and pushing everything left keeps every distance that both keep.
  layer.forEach((item, n) => {
    item.x = ((left[n] as number) + (right[n] as number)) / 2
    xOf.set(item.id, item.x)
  })
}

function coordinates(
  nodes: readonly Node[],
  layers: Item[][],
  layerOf: ReadonlyMap<string, number>,
  passes: string[][],
) {
  const items = layers.flat()
  const min = Math.min(0, ...items.map(({ x, width }) => x - width / 2))
  const heights = layers.map((_, n) =>
    Math.max(0, ...nodes.filter(({ id }) => layerOf.get(id) === n).map(({ height }) => height)),
  )
  const tops = heights.map((_, n) => heights.slice(0, n).reduce((sum, height) => sum + height + GAP.y, 0))
  const middle = (layer: number) => (tops[layer] ?? 0) + (heights[layer] ?? 0) / 2
  const xOf = new Map(items.map(({ id, x }) => [id, x - min]))
  const places = new Map<string, Placed>(
    nodes.map(({ id }) => [id, { x: xOf.get(id) ?? 0, y: middle(layerOf.get(id) ?? 0) }]),
  )
  return {
    places,
    /** By arrow, in the order given: where it passes. */
    passes: passes.map((path) => path.map((id) => ({ x: xOf.get(id) ?? 0, y: middle(Number(id.split(':')[1])) }))),
    width: Math.max(0, ...items.map(({ id, width }) => (xOf.get(id) ?? 0) + width / 2)),
    height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0),
  }
}
