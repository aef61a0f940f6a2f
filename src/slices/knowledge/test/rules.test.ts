import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../kernel/public-address.ts'
import { compareTexts } from '../../../ui/compare-texts.ts'
import { readFrontMatter } from '../front-matter.ts'
import { askAddress } from '../link-check.ts'
import { dueAfter, STATES, seenByTwo, stateAfter, TRANSITIONS } from '../rules.ts'

describe('states', () => {
  it('lead only to states that there are', () => {
    for (const state of STATES) for (const next of Object.values(TRANSITIONS[state])) expect(STATES).toContain(next)
  })

  it('never publish what is archived or published already', () => {
    expect(stateAfter('archived', 'publish')).toBeNull()
    expect(stateAfter('published', 'publish')).toBeNull()
  })

  it('take a saved text out of review', () => {
    for (const state of STATES) expect(stateAfter(state, 'save')).toBe('draft')
  })
})

describe('the four-eyes rule', () => {
  it('holds when somebody else has written part of it', () => {
    expect(seenByTwo('a', ['a'])).toBe(false)
    expect(seenByTwo('a', ['a', 'b'])).toBe(true)
    expect(seenByTwo('a', [null])).toBe(true)
    expect(seenByTwo('a', [])).toBe(false)
  })
})

describe('checking again', () => {
  it('is due after so many months, at the end of shorter ones', () => {
    expect(dueAfter(new Date('2026-08-31T10:00:00Z'), 6)?.toISOString()).toBe('2027-02-28T10:00:00.000Z')
    expect(dueAfter(new Date('2026-11-20T10:00:00Z'), null)).toBeNull()
  })
})

describe('comparing', () => {
  it('marks words in changed lines and leaves out what is far from a change', () => {
    const before = ['a', 'b', 'c', 'd', 'e', 'f', 'Der Preis ist 10 Euro.'].join('\n')
    const lines = compareTexts(before, before.replace('10', '12'))
    expect(lines[0]).toEqual({ kind: 'gap', lines: 4 })
    const removed = lines.find((line) => line.kind === 'removed')
    expect(removed).toMatchObject({ pieces: expect.arrayContaining([{ kind: 'removed', text: '10' }]) })
  })

  it('gives up politely on long texts that have nothing in common', () => {
    const text = (seed: number) => Array.from({ length: 4000 }, (_, n) => `Zeile ${(n * seed) % 7919}`).join('\n')
    expect(compareTexts(text(17), text(31)).length).toBeGreaterThan(0)
  })
})

describe('front matter', () => {
  it('is taken apart, with and without, in files of Windows too', () => {
    expect(readFrontMatter('\uFEFF---\r\ntitle: "A: b"\r\n---\r\n# Text\r\n')).toEqual({
      fields: { title: 'A: b' },
      body: '# Text\n',
    })
    expect(readFrontMatter('Nur Text')).toEqual({ fields: {}, body: 'Nur Text' })
    expect(readFrontMatter('---\n- a\n---\nText').fields).toEqual({})
  })
})

describe('asking addresses elsewhere', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '172.31.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
  ])('never asks %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '2a00:1450:4001::1'])('may ask %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it('asks nothing of the inside, whatever its name', async () => {
    expect(await askAddress('http://127.0.0.1:1/')).toMatchObject({ isBroken: false, problem: 'not asked' })
    expect(await askAddress('http://[::1]/')).toMatchObject({ isBroken: false, problem: 'not asked' })
    expect(await askAddress('ftp://example.org/')).toMatchObject({ isBroken: true })
  })
})
