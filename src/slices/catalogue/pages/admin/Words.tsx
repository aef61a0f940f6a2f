import { LANGS } from '../../../../kernel/lang.ts'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Fieldset } from '../../../../ui/components/Fieldset.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { ServiceTexts } from '../../content.ts'
import type { ServicePart } from './service-part.ts'

/** What is said of a service, in each language. */
export function Words({ call, edited, form }: ServicePart) {
  const { t } = call
  const langs = [call.lang, ...LANGS.filter((lang) => lang !== call.lang)]
  return (
    <Fieldset t={t} legend={t('catalogue.part.words')} asHeading>
      {langs.map((lang, index) => {
        const texts = edited.definition.texts[lang] ?? ServiceTexts.parse({})
        const field = (name: string, initial: string) => form.field(`texts.${lang}.${name}`, initial)
        return (
          <Disclosure
            key={lang}
            title={`${t(`catalogue.lang.${lang}`)}${texts.name ? `: ${texts.name}` : ''}`}
            open={index === 0}
          >
            <div class="stack">
              <TextInput
                {...field('name', texts.name)}
                lang={lang}
                optional={index > 0}
                label={t('catalogue.field.name')}
                maxLength={120}
              />
              <TextInput
                {...field('summary', texts.summary)}
                lang={lang}
                optional
                label={t('catalogue.field.summary')}
                hint={t('catalogue.field.summaryHint')}
                maxLength={300}
              />
              <TextArea
                {...field('description', texts.description)}
                lang={lang}
                optional
                tall
                label={t('catalogue.field.description')}
                hint={t('catalogue.field.markdown')}
              />
              <TextArea
                {...field('included', texts.included.join('\n'))}
                lang={lang}
                optional
                label={t('catalogue.service.included')}
                hint={t('catalogue.field.perLine')}
              />
              <TextArea
                {...field('prerequisites', texts.prerequisites)}
                lang={lang}
                optional
                label={t('catalogue.service.prerequisites')}
                hint={t('catalogue.field.markdown')}
              />
              <TextArea
                {...field('access', texts.access)}
                lang={lang}
                optional
                rows={2}
                label={t('catalogue.field.access')}
                hint={t('catalogue.field.accessHint')}
              />
              <TextInput
                {...field('keywords', texts.keywords.join(', '))}
                lang={lang}
                optional
                label={t('catalogue.field.keywords')}
                hint={t('catalogue.field.keywordsHint')}
              />
            </div>
          </Disclosure>
        )
      })}
    </Fieldset>
  )
}
