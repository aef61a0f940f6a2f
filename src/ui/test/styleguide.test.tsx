import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGS } from '../../kernel/lang.ts'
import { formatsOf } from '../formats.ts'
import { Styleguide } from '../styleguide/Styleguide.tsx'
import { html, textsOf } from './render.ts'

/** Parts of other components, or of the frame around every page: never used alone. */
const PARTS = ['Checkbox', 'ChoiceGroup', 'Field', 'IconShape', 'SearchSuggest', 'SkipLink']

it('shows every component', () => {
  const guide = readdirSync('src/ui/styleguide')
    .map((name) => readFileSync(join('src/ui/styleguide', name), 'utf8'))
    .join('\n')
  const components = readdirSync('src/ui/components').map((name) => name.replace(/\.tsx$/, ''))
  expect(components.filter((name) => !PARTS.includes(name) && !new RegExp(`<${name}\\b`).test(guide))).toEqual([])
})

describe.each(LANGS)('every component, in %s', (lang) => {
  const page = html(
    <Styleguide t={textsOf(lang)} lang={lang} format={formatsOf(lang, 'Europe/Berlin')} now={new Date()} />,
  )

  it('keeps to the security policy: no inline style, script or handler', () => {
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).not.toMatch(/<script/)
    expect(page).not.toMatch(/\son[a-z]+=/)
  })

  it('has every id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('labels, describes and links only what is there', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const named = [...page.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((match) =>
      (match[1] as string).split(' '),
    )
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })
})
