import type { Ctx } from '../../../kernel/ctx.ts'
import type { Lang } from '../../../kernel/lang.ts'
import { personFacts } from '../../identity/index.ts'
import { serviceTimeOf } from '../counter.ts'
import { referenceOf } from '../rules.ts'
import type { Request } from '../store/requests.ts'
import type { Template } from './store/phrases.ts'

/** What may stand in a template: `{name}` … */
export const PLACES = ['name', 'reference', 'subject', 'promise', 'me'] as const

/** The text of a template for a request: in the requester's language, else in the first that it has. Unknown places stay as they are. */
export async function fillIn(ctx: Ctx, template: Pick<Template, 'bodies'>, request: Request): Promise<string> {
  const lang = template.bodies[request.lang]
    ? request.lang
    : ((['de', 'en', 'el'] as const).find((one) => template.bodies[one]) ?? request.lang)
  const person = request.requester_id ? await personFacts(ctx, request.requester_id) : undefined
  const values: Record<(typeof PLACES)[number], string> = {
    name: person?.name ?? request.contact_name ?? '',
    reference: referenceOf(request.number),
    subject: request.subject,
    promise: request.promised_at ? await dayOf(ctx, request, lang) : '',
    me: ctx.actor.name ?? '',
  }
  return replacePlaces(template.bodies[lang] ?? '', values)
}

/** Puts values into their places. A place that has nothing to say takes the blank before it along: "Hello {name}," becomes "Hello,". */
export function replacePlaces(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/( ?)\{(\w+)\}/g, (all, blank: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return all
    return value === '' ? '' : blank + value
  })
}

async function dayOf(ctx: Ctx, request: Request, lang: Lang): Promise<string> {
  const timeZone = (await serviceTimeOf(ctx, request.portal))?.hours.timeZone ?? 'UTC'
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(request.promised_at as Date)
}
