import { describe, expect, it } from 'vitest'
import { keyOf, slugOf } from '../slug.ts'

describe('words as part of an address', () => {
  it.each([
    ['Zählerstand ablesen & melden', 'zaehlerstand-ablesen-melden'],
    ['Größe: „Maß“', 'groesse-mass'],
    ['Δήλωση ένδειξης μετρητή', 'dilosi-endeixis-metriti'],
    ['Ρεύμα και αυτόματα', 'revma-kai-aftomata'],
    ['Çelik İş', 'celik-is'],
    ['???', ''],
    ['日本語', ''],
  ])('%s → %s', (words, slug) => {
    expect(slugOf(words, 80)).toBe(slug)
  })

  it('are cut without a dash at the end', () => {
    expect(slugOf('Strom und Gas', 6)).toBe('strom')
  })
})

describe('words as a key', () => {
  it('are never empty, and the same each time', () => {
    expect(keyOf('Ομάδα', 60)).toBe('omada')
    expect(keyOf('日本語', 60)).toMatch(/^k-[a-z0-9]+$/)
    expect(keyOf('日本語', 60)).toBe(keyOf('日本語', 60))
    expect(keyOf('日本語', 60)).not.toBe(keyOf('中文', 60))
  })

  it('are not made of nothing', () => {
    expect(keyOf('  ', 60)).toBe('')
  })
})
