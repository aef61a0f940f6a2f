import type { LocalText } from '../../../../kernel/form/local-text.ts'
import { LANGS } from '../../../../kernel/lang.ts'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'

/** A title in every language of the interface. */
export function TitleFields(props: { call: PageCall; name: string; title: LocalText | undefined; optional?: boolean }) {
  const { call, name, title, optional } = props
  return (
    <>
      {LANGS.map((lang) => (
        <TextInput
          key={lang}
          t={call.t}
          name={`${name}.${lang}`}
          label={call.t('requests.process.title', {
            lang: new Intl.DisplayNames([call.lang], { type: 'language' }).of(lang) ?? lang,
          })}
          lang={lang}
          optional={optional || lang !== call.lang}
          value={title?.[lang]}
        />
      ))}
    </>
  )
}
