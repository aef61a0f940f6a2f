import type { z } from 'zod'
import type { Answers } from '../../../../kernel/form/answers.ts'
import type { FormDefinition, FormPage } from '../../../../kernel/form/definition.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { FormFields } from '../../../../ui/form-fields/FormFields.tsx'
import { words } from '../../../../ui/form-fields/SimpleField.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { previewForm } from '../../operations/preview-form.ts'

interface PreviewProps {
  call: PageCall
  form: FormDefinition
  page: FormPage
  at: string | null
  preview: z.output<(typeof previewForm)['output']>
}

/** The page as somebody would see it. It can be tried out: conditions and values follow, at once or by its button. */
export function Preview({ call, form, page, at, preview }: PreviewProps) {
  const { t, lang } = call
  return (
    <section class="builder-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('forms.preview.title')}</h2>
      <form method="get" class="stack" novalidate>
        <input type="hidden" name={at ? 'at' : 'page'} value={at ?? page.id} />
        <div class="builder-line">
          <Select
            t={t}
            name="as"
            label={t('forms.preview.as')}
            value={call.query['as']}
            empty={t('forms.preview.self')}
            optional
            options={preview.people.map((person) => ({ value: person.id, label: person.name }))}
          />
          <Button size="small" icon="eye">
            {t('forms.preview.show')}
          </Button>
        </div>
        {preview.hidden && <Notice tone="info">{t('forms.preview.hidden')}</Notice>}
        <div class="builder-sheet">
          <h3>{words(t, lang, page.title)}</h3>
          {page.hint && <p class="muted">{words(t, lang, page.hint)}</p>}
          {page.fields.length === 0 && <p class="muted">{t('form.problem.emptyPage')}</p>}
          <FormFields
            t={t}
            lang={lang}
            definition={form}
            page={page}
            answers={preview.answers as Answers}
            context={preview.context}
            errorOf={() => null}
            lists={preview.lists}
          />
        </div>
      </form>
    </section>
  )
}
