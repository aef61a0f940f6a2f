import MarkdownIt from 'markdown-it'
import { LANGS, type Lang } from '../../kernel/lang.ts'
import { type Definition, type Step, stepsById } from './definition.ts'

type Texts = Partial<Record<string, string>>

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'image',
  'html_block',
  'html_inline',
])
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|\/(?![/\\]))/i
markdown.validateLink = (address) => SAFE_LINK.test(address.trim())

/** A text in the reader's language, or the first other one there is, with the language it is in. */
export function textAndLang(texts: Texts, lang: Lang): { text: string; lang: Lang } {
  const found = [lang, ...LANGS].find((one) => texts[one])
  return { text: (found && texts[found]) || '', lang: found ?? lang }
}

/** What stands behind `{{step}}`: what was answered there, in the reader's words. */
export function fillIn(text: string, answers: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{\s*([a-z][a-z0-9-]{0,39})\s*\}\}/g, (_all, step: string) => answers.get(step) ?? '…')
}

/** As {@link fillIn}, for Markdown: what people typed stays plain text. */
export function fillInMarkdown(text: string, answers: ReadonlyMap<string, string>): string {
  const escaped = new Map(
    [...answers].map(([step, answer]) => [
      step,
      answer.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&').replace(/\s+/g, ' '),
    ]),
  )
  return fillIn(text, escaped)
}

/**
 * The HTML of a Markdown text; what is no Markdown is shown as it was typed.
 * @param place gives the address of a page inside the portal
 */
export function htmlOf(text: string, place: (path: string) => string): string {
  const tokens = markdown.parse(text, {})
  for (const { children } of tokens)
    for (const token of children ?? []) {
      const href = String(token.attrGet('href') ?? '')
      if (href.startsWith('/')) token.attrSet('href', place(href))
    }
  return markdown.renderer.render(tokens, markdown.options, {})
}

/** A Markdown text as it is read aloud: words only, one paragraph or item a line. */
export function plainOf(text: string): string {
  return markdown
    .parse(text, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ type, content }) => (/break$/.test(type) ? ' ' : content)).join(''))
    .join('\n')
}

/** What is read aloud at a step: its own words for that, or title, text and what there is to choose. */
export function spokenOf(
  step: Step,
  lang: Lang,
  answers: ReadonlyMap<string, string>,
  options: readonly string[],
): string {
  const own = textAndLang(step.spoken, lang)
  const title = textAndLang(step.title, lang).text
  const body = plainOf(fillInMarkdown(textAndLang(step.body, lang).text, answers))
  const said = own.text ? [fillIn(own.text, answers)] : [fillIn(title, answers), body]
  return [...said, ...options].filter(Boolean).join('\n')
}

/** Without the sentences that only an answer makes complete. */
const withoutOpenSentences = (text: string): string => text.replace(/[^.!?\n]*\{\{[^}]*\}\}[^.!?\n]*[.!?]?/g, '').trim()

/** What a flow says, for the search index: one entry a language. */
export function textsOfFlow(definition: Definition) {
  return LANGS.filter((lang) => definition.title[lang]).map((lang) => {
    const asked = definition.steps.filter((step) => step.kind !== 'check')
    const bodies = asked.map((step) => withoutOpenSentences(plainOf(step.body[lang] ?? '')))
    const options = asked.flatMap((step) =>
      step.kind === 'choice' ? step.options.map(({ label }) => label[lang] ?? '') : [],
    )
    return {
      lang,
      title: definition.title[lang] as string,
      text: [definition.lead[lang], ...bodies, ...options].filter(Boolean).join('\n'),
      headings: asked.map(({ title }) => withoutOpenSentences(title[lang] ?? '')).filter(Boolean),
      keywords: definition.keywords[lang] ?? [],
    }
  })
}

/** The title of a step in a definition, for lists of what was answered; its id when it has none. */
export function titleOfStep(definition: Definition, id: string, lang: Lang): string {
  const step = stepsById(definition).get(id)
  return (step && textAndLang(step.title, lang).text) || id
}
