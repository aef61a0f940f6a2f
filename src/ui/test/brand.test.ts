import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandOf, brandStyles, contrast, hexOf, type Oklch } from '../brand.ts'

const anyColour = fc.record({
  l: fc.double({ min: 0, max: 1, noNaN: true }),
  c: fc.double({ min: 0, max: 0.4, noNaN: true }),
  h: fc.double({ min: -720, max: 720, noNaN: true }),
})

describe('a portal brand', () => {
  it('reads well on every surface, light and dark, whatever colour was wished for', () => {
    fc.assert(
      fc.property(anyColour, (wish) => {
        const brand = brandOf(wish)
        expect(brand.contrastLight).toBeGreaterThanOrEqual(4.5)
        expect(brand.contrastDark).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('keeps a colour that is fit for use', () => {
    expect(brandOf({ l: 0.44, c: 0.085, h: 205 })).toMatchObject({
      accent: { l: 0.44, c: 0.085, h: 205 },
      adjusted: false,
    })
  })

  it('says that it had to change a colour', () => {
    const yellow = brandOf({ l: 0.9, c: 0.18, h: 100 })
    expect(yellow.adjusted).toBe(true)
    expect(yellow.accent.h).toBe(100)
  })

  it('writes three properties and nothing that a wish could smuggle in', () => {
    expect(brandStyles({ l: 0.4, c: 0.1, h: 30 })).toBe(':root{--brand-l:0.4;--brand-c:0.1;--brand-h:30}')
    expect(brandStyles({ l: Number.NaN, c: Number.NaN, h: 0 })).toMatch(/^:root\{(--brand-[lch]:[\d.]+;?)+\}$/)
  })

  it('knows colours as browsers do', () => {
    expect(hexOf({ l: 1, c: 0, h: 0 })).toBe('#ffffff')
    expect(hexOf({ l: 0.62796, c: 0.25768, h: 29.234 })).toBe('#ff0000')
    expect(contrast({ l: 0, c: 0, h: 0 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(21, 1)
  })
})

describe('the tokens', () => {
  const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8')
  const pair = (name: string): [Oklch, Oklch] => {
    const text = new RegExp(`--${name}:\\s*light-dark\\(([^;]+)\\);`).exec(tokens)?.[1] ?? ''
    const colours = [...text.matchAll(/oklch\(([\d.]+)(%?) ([\d.]+) ([\d.]+)\)|#fff/g)].map(
      (match): Oklch =>
        match[0] === '#fff'
          ? { l: 1, c: 0, h: 0 }
          : { l: Number(match[1]) / (match[2] ? 100 : 1), c: Number(match[3]), h: Number(match[4]) },
    )
    expect(colours, name).toHaveLength(2)
    return colours as [Oklch, Oklch]
  }
  const surfaces = ['paper', 'sheet', 'sunk', 'raised']

  it.each(['ink', 'ink-2'])('%s reads at 7:1 on every surface', (text) => {
    for (const surface of surfaces)
      for (const scheme of [0, 1] as const)
        expect(contrast(pair(text)[scheme], pair(surface)[scheme]), surface).toBeGreaterThanOrEqual(7)
  })

  it.each(['good', 'warn', 'bad'])('%s reads at 4.5:1 on every surface and on its own soft one', (text) => {
    for (const surface of [...surfaces, `${text}-soft`])
      for (const scheme of [0, 1] as const)
        expect(contrast(pair(text)[scheme], pair(surface)[scheme]), surface).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of inputs stand out at 3:1', () => {
    for (const surface of surfaces)
      for (const scheme of [0, 1] as const)
        expect(contrast(pair('edge')[scheme], pair(surface)[scheme]), surface).toBeGreaterThanOrEqual(3)
  })
})
