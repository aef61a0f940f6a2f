import type { z } from 'zod'
import type { Issue } from './refusal.ts'
import type { TextKey } from './text.ts'

/** A text key stands in a schema as its error message: two or more words joined by dots. */
const TEXT_KEY = /^[a-z][\w-]*(\.[\w-]+)+$/

/** Turns what Zod found wrong into issues with text keys that say how to mend it. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 50).map((issue) => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
    if (TEXT_KEY.test(issue.message)) return { path, key: issue.message as TextKey }
    return { path, ...explain(issue) }
  })
}

function explain(issue: z.core.$ZodIssue): Pick<Issue, 'key' | 'values'> {
  switch (issue.code) {
    case 'too_small': {
      const minimum = Number(issue.minimum)
      if (issue.origin === 'string' || issue.origin === 'array')
        return minimum <= 1 ? { key: 'refusal.required' } : { key: 'refusal.tooShort', values: { minimum } }
      return { key: 'refusal.tooSmall', values: { minimum } }
    }
    case 'too_big': {
      const maximum = Number(issue.maximum)
      return issue.origin === 'string' || issue.origin === 'array'
        ? { key: 'refusal.tooLong', values: { maximum } }
        : { key: 'refusal.tooLarge', values: { maximum } }
    }
    case 'invalid_type':
      if (issue.input === undefined || issue.message.includes('received undefined')) return { key: 'refusal.required' }
      return issue.expected === 'number' || issue.expected === 'int'
        ? { key: 'refusal.number' }
        : { key: 'refusal.form' }
    case 'invalid_format':
      if (issue.format === 'email') return { key: 'refusal.email' }
      if (issue.format === 'url') return { key: 'refusal.url' }
      if (issue.format === 'date' || issue.format === 'datetime') return { key: 'refusal.date' }
      return { key: 'refusal.form' }
    case 'invalid_value':
      return { key: 'refusal.choice' }
    case 'unrecognized_keys':
      return { key: 'refusal.unknownFields', values: { fields: issue.keys.slice(0, 5).join(', ') } }
    default:
      return { key: 'refusal.form' }
  }
}
