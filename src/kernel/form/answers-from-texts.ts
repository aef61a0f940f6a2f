import type { Answer, Answers } from './answers.ts'
import { type Field, type FormDefinition, fieldsOf } from './definition.ts'

type Texts = Readonly<Record<string, string>>

/**
 * Answers out of plain texts by key of the field, as guided help and links carry them: what a field can be filled in with, in its own
 * kind of value. Fields that are not in the form, and texts that say nothing to their field, are left out; whoever fills in looks at it all.
 * `kept` has the same as it is kept (values of choices, days as `2026-12-01`): fields that take no words take those.
 */
export function answersFromTexts(definition: FormDefinition, texts: Texts, kept: Texts = texts): Answers {
  const answers: Answers = {}
  for (const field of fieldsOf(definition)) {
    const isWords = field.type === 'text' || field.type === 'longText'
    const text = (isWords ? texts : kept)[field.key]?.trim()
    const answer = text ? answerFrom(field, text) : undefined
    if (answer !== undefined) answers[field.key] = answer
  }
  return answers
}

function answerFrom(field: Field, text: string): Answer | undefined {
  switch (field.type) {
    case 'text':
    case 'longText':
      return text
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined
    case 'yesNo':
      return text === 'yes' || text === 'true' ? true : text === 'no' || text === 'false' ? false : undefined
    case 'choice':
      if (!field.options.some(({ value }) => value === text)) return undefined
      return field.many ? [text] : text
    default:
      return undefined
  }
}
