import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { PageHead } from '../components/PageHead.tsx'
import { Toc } from '../components/Toc.tsx'
import type { Formats } from '../formats.ts'
import { ActionSpecimens } from './actions.tsx'
import { AnsweringSpecimens } from './answering.tsx'
import { FigureSpecimens } from './figures.tsx'
import { FormTypeSpecimens } from './form-types.tsx'
import { FormSpecimens } from './forms.tsx'
import { FoundationSpecimens } from './foundations.tsx'
import { ListSpecimens } from './lists.tsx'
import { MessageSpecimens } from './messages.tsx'
import { NavigationSpecimens } from './navigation.tsx'
import { ReadingSpecimens } from './reading.tsx'
import { type Samples, samples } from './samples.ts'

/** What every part of the style guide works with. */
export interface GuideProps {
  t: Translate
  lang: Lang
  format: Formats
  now: Date
  sample: Samples
}

const parts = [
  { id: 'foundations', title: 'ui.styleguide.foundations', Part: FoundationSpecimens },
  { id: 'actions', title: 'ui.styleguide.actions', Part: ActionSpecimens },
  { id: 'forms', title: 'ui.styleguide.forms', Part: FormSpecimens },
  { id: 'form-types', title: 'ui.styleguide.formTypes', Part: FormTypeSpecimens },
  { id: 'answering', title: 'ui.styleguide.answering', Part: AnsweringSpecimens },
  { id: 'messages', title: 'ui.styleguide.messages', Part: MessageSpecimens },
  { id: 'navigation', title: 'ui.styleguide.navigation', Part: NavigationSpecimens },
  { id: 'lists', title: 'ui.styleguide.lists', Part: ListSpecimens },
  { id: 'figures', title: 'ui.styleguide.figures', Part: FigureSpecimens },
  { id: 'reading', title: 'ui.styleguide.reading', Part: ReadingSpecimens },
] as const

/** Every component in every state, in the reader's language, with the lines that make it. */
export function Styleguide({ t, lang, format, now }: Omit<GuideProps, 'sample'>) {
  const guide: GuideProps = { t, lang, format, now, sample: samples[lang] }
  return (
    <>
      <PageHead title={t('ui.styleguide.title')} lead={t('ui.styleguide.lead')} />
      <div class="columns side-first">
        <aside class="side">
          <Toc t={t} entries={parts.map(({ id, title }) => ({ id, title: t(title) }))} />
        </aside>
        <div>
          {parts.map(({ id, title, Part }) => (
            <section key={id} id={id} class="section">
              <h2>{t(title)}</h2>
              <Part {...guide} />
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
