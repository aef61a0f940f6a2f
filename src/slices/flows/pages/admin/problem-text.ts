import type { TextKey, Translate } from '../../../../kernel/text.ts'
import type { DraftView } from '../../draft-view.ts'

/** A problem in words, with the way out of a step that it is about named as people know it. */
export function problemText(t: Translate, { code, step, values }: DraftView['problems'][number]): string {
  const by =
    values['by'] && ['next', 'none', 'yes', 'no'].includes(values['by'])
      ? t(`flows.by.${values['by']}` as TextKey)
      : values['by']
  return t(`flows.problem.${code}` as TextKey, { step: step ?? '', ...values, ...(by ? { by } : {}) })
}
