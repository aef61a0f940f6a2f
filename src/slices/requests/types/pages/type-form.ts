import { LANGS } from '../../../../kernel/lang.ts'
import type { Fields } from '../../../../ui/page.ts'
import { LEVELS, PRIORITIES, STATES } from '../../rules.ts'

/** Reads the form of a kind into what the operation takes. */
export function typeInput(fields: Fields) {
  return {
    names: textsOf(fields, 'names'),
    words: textsOf(fields, 'words'),
    icon: fields.get('icon'),
    position: numberOf(fields.get('position')) ?? 100,
    offered: fields.has('offered'),
    retired: fields.has('retired'),
    portals: fields.all('portals'),
    audience: fields.optional('audience') ?? null,
    anonymous: fields.has('anonymous'),
    confidential: fields.has('confidential'),
    teamOnly: fields.has('teamOnly'),
    formKey: fields.optional('formKey') ?? null,
    team: fields.optional('team') ?? null,
    stateWords: stateWordsOf(fields),
    matrix: LEVELS.map((impact) => LEVELS.map((urgency) => Number(fields.get(`matrix.${impact - 1}.${urgency - 1}`)))),
    priority: Number(fields.get('priority')),
    targets: Object.fromEntries(
      PRIORITIES.map((priority) => [
        priority,
        { answer: minutesOf(fields, `${priority}.answer`), solution: minutesOf(fields, `${priority}.solution`) },
      ]),
    ),
    reopenDays: numberOf(fields.get('reopenDays')) ?? 0,
  }
}

function textsOf(fields: Fields, name: string): Record<string, string> {
  const texts = LANGS.map((lang) => [lang, fields.get(`${name}.${lang}`).trim()] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}

/** Only states that are called otherwise. */
function stateWordsOf(fields: Fields) {
  const all = STATES.map((state) => [state, textsOf(fields, `stateWords.${state}`)] as const)
  return Object.fromEntries(all.filter(([, texts]) => Object.keys(texts).length > 0))
}

/** People think in hours; what is kept are minutes. */
function minutesOf(fields: Fields, name: string): number | null {
  const hours = numberOf(fields.get(`targets.${name}`))
  return hours === null ? null : Math.round(hours * 60)
}

/** A number as typed, with comma or point; null when nothing was, NaN (which is refused) when it is none. */
function numberOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  return text === '' ? null : Number(text)
}
