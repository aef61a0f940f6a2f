import type { ComponentChildren } from 'preact'
import type { Lang } from '../../kernel/lang.ts'
import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

interface LangFragmentProps {
  t: Translate
  /** Language of the page. */
  page: Lang
  /** Language of the fragment. */
  lang: Lang
  children: ComponentChildren
}

/** Text that may be in another language than the page: marked for screen readers, and said ("in English"). */
export function LangFragment({ t, page, lang, children }: LangFragmentProps) {
  if (lang === page) return <>{children}</>
  return (
    <>
      <span lang={lang}>{children}</span> <LangLabel t={t} page={page} lang={lang} />
    </>
  )
}

/** "in English", when that is not the page's language. */
export function LangLabel({ t, page, lang }: Omit<LangFragmentProps, 'children'>) {
  if (lang === page) return null
  return (
    <span class="lang-label">
      <Icon name="languages" />
      {t(`ui.inLanguage.${lang}`)}
    </span>
  )
}
