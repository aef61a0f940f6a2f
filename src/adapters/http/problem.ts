import type { Refusal, RefusalCode } from '../../kernel/refusal.ts'
import type { Translate } from '../../kernel/text.ts'

/** HTTP status of each way to refuse. */
export const STATUS: Record<RefusalCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
}

/** An error as every API answer gives it: RFC 9457 problem details, with issues for fields. */
export interface Problem {
  type: string
  title: string
  status: number
  code: RefusalCode | 'internal'
  reason?: string
  detail?: string
  requestId: string
  issues?: { path: string; message: string; key: string }[]
  retryAfter?: number
}

/** The problem document of a refusal, in the reader's language. */
export function problemOf(refusal: Refusal, t: Translate, requestId: string): Problem {
  return {
    type: `/api/problems#${refusal.reason ?? refusal.code}`,
    title: t(`refusal.${refusal.code}`),
    status: STATUS[refusal.code],
    code: refusal.code,
    ...(refusal.reason ? { reason: refusal.reason } : {}),
    detail: t(refusal.key, refusal.values),
    requestId,
    ...(refusal.issues.length > 0
      ? {
          issues: refusal.issues.map((issue) => ({
            path: issue.path.join('.'),
            message: t(issue.key, issue.values),
            key: issue.key,
          })),
        }
      : {}),
    ...(refusal.retryAfter ? { retryAfter: refusal.retryAfter } : {}),
  }
}

/** The problem document of a bug: says nothing of the inside, names the request for whoever looks into the log. */
export function bugProblem(t: Translate, requestId: string): Problem {
  return { type: '/api/problems#internal', title: t('refusal.internal'), status: 500, code: 'internal', requestId }
}
