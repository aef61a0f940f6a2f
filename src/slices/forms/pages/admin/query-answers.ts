import type { PageCall } from '../../../../ui/page.ts'

/** Answers that were tried out in a preview, read from the address. */
export function queryAnswers(call: PageCall) {
  return { all: (name: string) => call.queryAll(name), get: (name: string) => call.query[name] ?? '' }
}
