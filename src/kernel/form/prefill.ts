import type { Answers } from './answers.ts'
import { type FormDefinition, fieldsOf, type Prefill } from './definition.ts'

/** What is known of who fills in, to begin with. */
export type Profile = Partial<Record<Prefill, string>>

/** What a form begins with for somebody. */
export function prefilled(definition: FormDefinition, profile: Profile): Answers {
  const answers: Answers = {}
  for (const field of fieldsOf(definition)) {
    const value = 'prefill' in field && field.prefill ? profile[field.prefill] : undefined
    if (value) answers[field.key] = value
  }
  return answers
}
