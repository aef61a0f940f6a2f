import type { TextKey, Translate } from '../../../../kernel/text.ts'
import { RadioGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import { SCORES } from '../rating-view.ts'

interface Props {
  t: Translate
  form: ShownForm
  score: string | null
  comment: string | null
  /** Whether there was a solution that one can be satisfied with. */
  isSolved?: boolean
}

/** One click, and a word if somebody wants to. */
export function RatingFields({ t, form, score, comment, isSolved = true }: Props) {
  return (
    <>
      <RadioGroup
        {...form.field('score', score)}
        legend={t(isSolved ? 'requests.rating.question' : 'requests.rating.unsolved')}
        choices={SCORES.map((one) => ({ value: String(one), label: t(`requests.rating.score.${one}` as TextKey) }))}
        boxed
      />
      <TextArea
        {...form.field('comment', comment)}
        label={t('requests.rating.comment')}
        rows={3}
        maxLength={2000}
        optional
      />
    </>
  )
}
