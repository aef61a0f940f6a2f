import type { ComponentChildren } from 'preact'
import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { LineButtons } from './LineButtons.tsx'
import { LANGUAGES } from './TextsFields.tsx'

interface LinesEditorProps<T> {
  call: PageCall
  shown: ShownForm
  /** What the names of its inputs begin with. */
  name: string
  legend: string
  hint: string
  lines: readonly T[]
  /** More than these cannot be added. */
  most?: number
  /** What the empty line is called, and its button. */
  added: { about: string; button: string }
  /** What a line has besides its words. */
  children: (line: T | null, n: number, about: string) => ComponentChildren
}

/** A list that is edited line by line, each with its words in three languages; an empty line at the end adds one. */
export function LinesEditor<T extends { label: LocalText }>(props: LinesEditorProps<T>) {
  const { call, shown, name, legend, hint, lines, most = Number.POSITIVE_INFINITY, added, children } = props
  const { t, lang } = call
  return (
    <Fieldset t={t} legend={legend} hint={hint} error={shown.error(name)} id={`f-${name.replaceAll('.', '-')}`}>
      <ol class="builder-lines">
        {[...lines, ...(lines.length < most ? [null] : [])].map((line, n) => {
          const about = line ? inLang(line.label, lang) : added.about
          return (
            <li key={n} class="builder-item">
              <input type="hidden" name={`${name}.line`} value={n} />
              <div class="builder-cells">
                {LANGS.map((one) => (
                  <TextInput
                    key={one}
                    t={t}
                    name={`${name}.${n}.label.${one}`}
                    label={
                      <>
                        <span class="visually-hidden">{about} </span>
                        <span lang={one}>{LANGUAGES[one]}</span>
                      </>
                    }
                    error={one === 'de' ? shown.error(`${name}.${n}.label`) : null}
                    value={line?.label[one]}
                    lang={one}
                    optional
                  />
                ))}
                {children(line, n, about)}
              </div>
              {line ? (
                <LineButtons call={call} name={name} n={n} last={n === lines.length - 1} about={about} />
              ) : (
                <Button size="small" icon="plus">
                  {added.button}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Fieldset>
  )
}
