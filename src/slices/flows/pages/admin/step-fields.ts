import type { z } from 'zod'
import type { Fields } from '../../../../ui/page.ts'
import type { Line, Step } from '../../definition.ts'
import { idOf } from '../../edits.ts'
import { textsOf } from './TextsInput.tsx'

/** Where the step stands in the input of `flows.edit`: fields are named by their path there, so that errors find them. */
export const STEP = 'edit.step'

type StepInput = z.input<typeof Step>

/** The step as it was typed into its form; `before` gives what the form does not show. */
export function stepOfFields(fields: Fields, before: Step, picture: string | null): StepInput {
  const common = {
    id: before.id,
    title: textsOf(fields, `${STEP}.title`),
    body: textsOf(fields, `${STEP}.body`),
    spoken: textsOf(fields, `${STEP}.spoken`),
    picture: picture ? { file: picture, alt: textsOf(fields, `${STEP}.picture.alt`) } : null,
  }
  const to = wayOf(fields, 'to')
  switch (before.kind) {
    case 'choice':
      return { ...common, kind: 'choice', options: optionsOf(fields) }
    case 'number':
      return {
        ...common,
        kind: 'number',
        min: number(fields, 'min'),
        max: number(fields, 'max'),
        unit: textsOf(fields, `${STEP}.unit`),
        to,
      }
    case 'date':
      return { ...common, kind: 'date', from: number(fields, 'from'), until: number(fields, 'until'), to }
    case 'text':
      return { ...common, kind: 'text', long: fields.has(`${STEP}.long`), optional: fields.has(`${STEP}.optional`), to }
    case 'lookup':
      return { ...common, kind: 'lookup', lookup: fields.get(`${STEP}.lookup`), to, none: wayOf(fields, 'none') }
    case 'check':
      return {
        ...common,
        kind: 'check',
        match: fields.get(`${STEP}.match`) === 'any' ? 'any' : 'all',
        lines: linesOf(fields),
        to,
        otherwise: wayOf(fields, 'otherwise'),
      }
    case 'end':
      return { ...common, kind: 'end', outcome: outcomeOf(fields) }
    default:
      return { ...common, kind: 'say', to }
  }
}

function wayOf(fields: Fields, name: string): string | null {
  return fields.get(`${STEP}.${name}`) || null
}

function number(fields: Fields, name: string): number | null {
  const typed = fields.get(`${STEP}.${name}`).trim().replace(',', '.')
  return typed === '' ? null : Number(typed)
}

/** So many rows of a list the form had. */
function rows(fields: Fields, list: string): number[] {
  return Array.from({ length: Math.min(Number(fields.get(`${list}.rows`)) || 0, 60) }, (_, n) => n)
}

/** Options in the order that was typed; a row without a label in any language goes. */
function optionsOf(fields: Fields) {
  const base = `${STEP}.options`
  const taken = new Set(rows(fields, base).map((n) => fields.get(`${base}.${n}.id`)))
  return rows(fields, base)
    .map((n) => ({
      order: Number(fields.get(`${base}.${n}.order`)) || n + 1,
      id: fields.get(`${base}.${n}.id`),
      label: textsOf(fields, `${base}.${n}.label`),
      hint: textsOf(fields, `${base}.${n}.hint`),
      to: fields.get(`${base}.${n}.to`) || null,
    }))
    .filter(({ label }) => Object.keys(label).length > 0)
    .sort((a, b) => a.order - b.order)
    .map(({ order: _order, id, ...option }) => {
      const own = id || idOf(Object.values(option.label)[0] ?? '', taken)
      taken.add(own)
      return { ...option, id: own }
    })
}

/** Kinds of lines, in the order in which they are offered. */
export const LINE_KINDS = [
  'one-of',
  'none-of',
  'at-least',
  'below',
  'within-days',
  'after-days',
  'in',
  'not-in',
  'signed-in',
  'signed-out',
] as const

function linesOf(fields: Fields): z.input<typeof Line>[] {
  const base = `${STEP}.lines`
  return rows(fields, base).flatMap((n): z.input<typeof Line>[] => {
    // A new line may name an answer at once: `step=option`.
    const [about = '', option] = fields.get(`${base}.${n}.about`).split('=')
    const is = (fields.get(`${base}.${n}.is`) || (option ? 'one-of' : '')) as Line['is'] | ''
    const value = fields.get(`${base}.${n}.value`).trim()
    switch (is) {
      case '':
        return []
      case 'signed-in':
      case 'signed-out':
        return [{ is }]
      case 'in':
      case 'not-in':
        return [{ is, audience: about }]
      case 'one-of':
      case 'none-of':
        return [
          {
            is,
            step: about,
            values: option ? [option] : [...fields.all(`${base}.${n}.values`), ...wordsOf(value)],
          },
        ]
      case 'at-least':
      case 'below':
        return [{ is, step: about, number: Number(value.replace(',', '.')) }]
      default:
        return [{ is, step: about, days: Number(value) }]
    }
  })
}

function wordsOf(typed: string): string[] {
  return typed
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** What a line looks at and compares with, as its row shows them. */
export function shownLine(line: Line): { about: string; value: string } {
  if ('audience' in line) return { about: line.audience, value: '' }
  if (!('step' in line)) return { about: '', value: '' }
  if ('values' in line) return { about: line.step, value: line.values.join(', ') }
  return { about: line.step, value: String('number' in line ? line.number : line.days) }
}

function outcomeOf(fields: Fields): Extract<StepInput, { kind: 'end' }>['outcome'] {
  const base = `${STEP}.outcome`
  const type = fields.get(`${base}.type`) as 'answer' | 'person' | 'article'
  if (type === 'answer') return { type }
  if (type === 'person') return { type, message: textsOf(fields, `${base}.message`) }
  const values = rows(fields, `${base}.values`)
    .map((n) => ({
      field: fields.get(`${base}.values.${n}.field`).trim(),
      text: fields.get(`${base}.values.${n}.text`),
    }))
    .filter(({ field }) => field)
  return { type, key: fields.get(`${base}.key`), values }
}
