import { Diff } from '../components/Diff.tsx'
import { LangFragment } from '../components/LangFragment.tsx'
import { Prose } from '../components/Prose.tsx'
import { Toc } from '../components/Toc.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Articles: everything that Markdown makes, contents, differences, other languages. */
export function ReadingSpecimens({ t, lang, sample }: GuideProps) {
  return (
    <>
      <Specimen title="Prose" code="<Prose html={article.html} howTo />">
        <Prose howTo>
          <p>
            {sample.paragraph} <em>{sample.sentence}</em> <strong>{sample.short}</strong>{' '}
            <a href="#reading">{sample.question}</a>
          </p>
          <h4>{sample.long}</h4>
          <ol>
            <li>{sample.sentence}</li>
            <li>
              {sample.question} <code>1.8.0</code> <kbd>Esc</kbd>
            </li>
          </ol>
          <ul>
            <li>{sample.short}</li>
            <li>{sample.word}</li>
          </ul>
          <div class="callout warn">
            <p class="callout-title">{sample.short}</p>
            <p>{sample.sentence}</p>
          </div>
          <blockquote>
            <p>{sample.paragraph}</p>
          </blockquote>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll and must be reachable by keyboard */}
          <div class="table-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{sample.short}</th>
                  <th scope="col">{sample.word}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td>1.8.0</td>
                  <td>{sample.sentence}</td>
                </tr>
              </tbody>
            </table>
          </div>
        </Prose>
      </Specimen>
      <Specimen title="Toc" code="<Toc t={t} entries={…} folded />">
        <Toc
          t={t}
          folded
          label={`${t('ui.toc')}: ${sample.short}`}
          entries={[
            { id: 'reading', title: sample.question },
            { id: 'forms', title: sample.long, children: [{ id: 'lists', title: sample.word }] },
          ]}
        />
      </Specimen>
      <Specimen title="LangFragment" code="<LangFragment t={t} page={call.lang} lang={article.lang}>…</LangFragment>">
        <p>
          <LangFragment t={t} page={lang} lang={lang === 'de' ? 'en' : 'de'}>
            {lang === 'de' ? 'How do I read my digital electricity meter?' : 'Wie lese ich meinen Zähler ab?'}
          </LangFragment>
        </p>
      </Specimen>
      <Specimen title="Diff" code="<Diff t={t} label={…} lines={…} />">
        <Diff
          t={t}
          label={sample.short}
          lines={[
            { kind: 'gap', lines: 12 },
            { kind: 'same', pieces: [{ kind: 'same', text: sample.sentence }] },
            {
              kind: 'removed',
              pieces: [
                { kind: 'same', text: '1.8.0 ' },
                { kind: 'removed', text: sample.short },
              ],
            },
            {
              kind: 'added',
              pieces: [
                { kind: 'same', text: '1.8.0 ' },
                { kind: 'added', text: sample.word },
              ],
            },
          ]}
        />
      </Specimen>
    </>
  )
}
