import type { PageCall } from '../../../../ui/page.ts'

export const LIST = '/admin/flows'

/** A page of one flow in the administration. */
export function flowUrl(call: PageCall, key: string, page = ''): string {
  return call.url(`${LIST}/${key}${page && `/${page}`}`)
}

export function stepUrl(call: PageCall, key: string, step: string): string {
  return flowUrl(call, key, `steps/${step}`)
}
