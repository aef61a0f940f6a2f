import { describe, expect, it } from 'vitest'
import { parseWords } from '../command-words.ts'

const usage = '<file|folder> --as articles [--dry-run] [--lang de|en|el] [--note "why"]'

describe('the words of a command', () => {
  it.each([
    [['a.csv', '--as', 'articles'], ['a.csv'], { as: 'articles' }],
    [['--as=articles', 'a.csv'], ['a.csv'], { as: 'articles' }],
    [['--dry-run', 'a.csv'], ['a.csv'], { 'dry-run': true }],
    [['--note', 'two words', '--lang', 'el'], [], { note: 'two words', lang: 'el' }],
    [['--', '--dry-run'], ['--dry-run'], {}],
    [[], [], {}],
  ])('%j', (given, words, options) => {
    expect(parseWords(given, usage)).toEqual({ words, options })
  })

  it('refuses an option that is not known, or lacks its value', () => {
    expect(() => parseWords(['--dryrun'], usage)).toThrow('There is no option --dryrun')
    expect(() => parseWords(['--as'], usage)).toThrow('--as needs a value')
  })
})
