import { describe, expect, it } from 'vitest'
import { FormMessages } from '../components/FormMessages.tsx'
import { TextInput } from '../components/TextInput.tsx'
import { shownForm } from '../form.ts'
import type { FormState } from '../page.ts'
import { html, textsOf } from './render.ts'

const t = textsOf('en')
const refused: FormState = {
  action: 'default',
  values: { subject: '', tags: ['a', 'b'], agree: 'on' },
  issues: [{ path: ['subject'], key: 'ui.search.label' }],
  message: null,
  restored: false,
}

describe('a form', () => {
  it('begins with what it is given', () => {
    const form = shownForm(t, null)
    expect(form.field('subject', 'Lamp').value).toBe('Lamp')
    expect(form.values('tags', ['c'])).toEqual(['c'])
    expect(form.checked('agree', true)).toBe(true)
    expect(html(<FormMessages t={t} form={form} />)).toBe('')
  })

  it('shows again what was typed, also what was emptied', () => {
    const form = shownForm(t, refused)
    expect(form.field('subject', 'Lamp').value).toBe('')
    expect(form.values('tags', ['c'])).toEqual(['a', 'b'])
    expect(form.checked('agree')).toBe(true)
    expect(form.checked('other', true)).toBe(false)
  })

  it('says beside the field what to mend, and links to it from the summary', () => {
    const form = shownForm(t, refused)
    const field = html(<TextInput {...form.field('subject')} label="Subject" />)
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('aria-describedby="f-subject-error"')
    expect(field).toContain('id="f-subject-error"')
    expect(html(<FormMessages t={t} form={form} />)).toContain('href="#f-subject"')
  })

  it('leaves the other forms of the page alone', () => {
    const form = shownForm(t, { ...refused, action: 'rate' })
    expect(form.errors).toEqual([])
    expect(form.field('subject', 'Lamp').value).toBe('Lamp')
  })
})
