import { describe, expect, it } from 'vitest'
import { Icon, iconOf } from '../components/Icon.tsx'
import { ICON_NAMES } from '../icon-names.ts'
import { html } from './render.ts'

describe('icons', () => {
  it('every name has a shape', () => {
    for (const name of ICON_NAMES)
      expect(html(<Icon name={name} />), name).toMatch(/<svg [^>]+aria-hidden="true"><[a-z]/)
  })

  it('an unknown name gives the stand-in', () => {
    expect(iconOf('gauge')).toBe('gauge')
    expect(iconOf('"><script>')).toBe('file-text')
    expect(iconOf(null, 'folder')).toBe('folder')
  })
})
