import type { TextKey, Translate } from '../../../kernel/text.ts'

/** Why a promise moved, as its entry in the timeline keeps it. */
export interface MovedWhy {
  reason: string
  /** Whose approval was waited for. */
  by?: string | null
  /** Nights, weekends or holidays lie between the old date and the new one: in them no time counts. */
  outside?: boolean
  /** The reason in the words of the desk. */
  words?: string | null
}

/** The reason in words, for whoever reads it. */
export function movedWhy(t: Translate, { reason, by, outside, words }: MovedWhy): string {
  const why =
    words ??
    (by ? t('requests.promise.reason.approvalBy', { names: by }) : t(`requests.promise.reason.${reason}` as TextKey))
  return outside ? `${why} ${t('requests.promise.outside')}` : why
}
