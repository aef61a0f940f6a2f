import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'

/** HTML of a component, as the server sends it. */
export function html(node: VNode): string {
  return render(node)
}

/** The design system's own texts. */
export function textsOf(lang: Lang): Translate {
  const texts = JSON.parse(readFileSync(`src/ui/messages/${lang}.json`, 'utf8')) as Record<string, string>
  return (key, values) => String(new IntlMessageFormat(texts[key] ?? key, lang).format(values))
}
