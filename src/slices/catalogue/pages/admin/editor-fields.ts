import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Fields } from '../../../../ui/page.ts'
import type { Definition } from '../../content.ts'

/** The definition that a submitted editor means; what it does not show stays as it was. */
export function definitionOf(
  fields: Fields,
  before: Definition,
): z.input<typeof import('../../content.ts').Definition> {
  const picture = fields.files('picture')[0]
  const days = fields.optional('promiseDays')
  return {
    ...before,
    texts: textsOf(fields),
    icon: fields.get('icon') || 'package',
    pictureId: picture?.id ?? (fields.has('noPicture') ? null : before.pictureId),
    categoryId: fields.optional('categoryId') ?? null,
    portals: fields.all('portals').filter(Boolean),
    audienceId: fields.optional('audienceId') ?? null,
    refusalShown: fields.has('refusalShown'),
    ownerId: fields.has('ownerId') ? (fields.optional('ownerId') ?? null) : before.ownerId,
    price: {
      currency: (fields.optional('currency') ?? 'EUR').toUpperCase(),
      once: centsOf(fields, 'once'),
      recurring: centsOf(fields, 'recurring'),
      every: fields.get('every') === 'year' ? 'year' : 'month',
      taxPercent: Number((fields.optional('taxPercent') ?? '0').replace(',', '.')),
    },
    promiseDays: days === undefined ? null : Number(days),
    mostAtOnce: Number(fields.optional('mostAtOnce') ?? 1),
    isHeld: fields.has('isHeld'),
    noticeDays: Number(fields.optional('noticeDays') ?? 0),
    formKey: fields.optional('formKey') ?? null,
  }
}

function textsOf(fields: Fields): Definition['texts'] {
  const get = (lang: string, name: string) => fields.get(`texts.${lang}.${name}`)
  return Object.fromEntries(
    LANGS.filter((lang) => get(lang, 'name')).map((lang) => [
      lang,
      {
        name: get(lang, 'name'),
        summary: get(lang, 'summary'),
        description: get(lang, 'description'),
        included: linesOf(get(lang, 'included')),
        prerequisites: get(lang, 'prerequisites'),
        access: get(lang, 'access'),
        keywords: get(lang, 'keywords')
          .split(/[,\n]/)
          .map((word) => word.trim())
          .filter(Boolean),
      },
    ]),
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[-*•]\s*/, '').trim())
    .filter(Boolean)
}

/** An amount as people type it (`14,90`, `1.249,00`, `1,249.00`) in cents; null when empty. */
export function centsOf(fields: Pick<Fields, 'optional'>, name: string): number | null {
  const typed = fields.optional(name)?.replace(/[\s€]/g, '')
  if (!typed) return null
  const match = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(typed)
  if (!match) throw refuse.field(name, 'catalogue.refusal.amount')
  return Number((match[1] as string).replace(/[.,]/g, '')) * 100 + Number((match[2] ?? '0').padEnd(2, '0'))
}

/** Cents as they are typed: `14,90`. */
export function amountOf(cents: number | null, lang: string): string {
  return cents === null ? '' : (cents / 100).toFixed(2).replace('.', lang === 'en' ? '.' : ',')
}
