import { may } from '../../../../kernel/actor.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import { Island } from '../../../../ui/island.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { Editing } from './editor.tsx'
import { valuesOf } from './editor-fields.ts'
import { editorTexts } from './editor-texts.ts'

interface EditorFormProps {
  call: PageCall
  article: Editing
  form: ShownForm
  /** What is shown was kept while typing and is not saved yet. */
  hasDraft: boolean
}

/** The form in which an article is written. The text itself wakes up as an editor; without JavaScript it is a field with a preview. */
export function EditorForm({ call, article, form, hasDraft }: EditorFormProps) {
  const { t, format } = call
  const { translation, draft, kind } = article
  const mayPublish = may(call.actor, 'knowledge.review')
  // The one loud button is the next step: of what waits for review, publishing; of everything else, handing it in.
  const isNext = mayPublish && (translation.state === 'in_review' || translation.state === 'scheduled')
  const lang = translation.lang
  const initial = valuesOf(translation.content)
  const field = (name: string) => form.field(`content.${name}`, initial[`content.${name}`])
  return (
    <form method="post" enctype="multipart/form-data" class="stack" id="editor" data-editor>
      {hasDraft && draft && (
        <Notice
          tone="info"
          end={
            <Button look="quiet" size="small" name="action" value="drop" formNoValidate>
              {t('knowledge.admin.draft.drop')}
            </Button>
          }
        >
          {t('knowledge.admin.draft.restored', { at: format.moment(draft.savedAt as string) })}
        </Notice>
      )}
      <FormMessages t={t} form={form} />
      <input type="hidden" name="base" value={translation.head} />
      <TextInput {...field('title')} label={t('knowledge.field.title')} width="full" maxLength={200} lang={lang} />
      <TextArea
        {...field('summary')}
        label={t('knowledge.field.summary')}
        hint={t('knowledge.field.summaryHint')}
        rows={2}
        optional
        lang={lang}
        maxLength={500}
      />
      {kind === 'known-error' &&
        (['symptom', 'cause', 'workaround', 'fixedIn'] as const).map((name) => (
          <TextArea key={name} {...field(name)} label={t(`knowledge.field.${name}`)} rows={3} optional lang={lang} />
        ))}
      <Island name="markdown-editor" props={{ article: article.id, lang, texts: editorTexts(t) }}>
        <TextArea
          {...field('body')}
          label={t('knowledge.field.body')}
          hint={t('knowledge.field.bodyHint')}
          rows={22}
          tall
          optional
          lang={lang}
          spellcheck
        />
      </Island>
      <div data-without-editor>
        <Disclosure
          title={t('knowledge.admin.picture.title')}
          open={form.error('file') !== null || form.error('alternative') !== null}
        >
          <div class="stack">
            <FileInput {...form.field('file')} label={t('knowledge.admin.picture.file')} accept="image/*" optional />
            <TextInput
              {...form.field('alternative')}
              label={t('knowledge.admin.picture.alternative')}
              hint={t('knowledge.admin.picture.alternativeHint')}
              width="full"
              optional
            />
            <Button name="action" value="picture" icon="image">
              {t('knowledge.admin.picture.add')}
            </Button>
          </div>
        </Disclosure>
      </div>
      <TextInput
        {...field('keywords')}
        label={t('knowledge.field.keywords')}
        hint={t('knowledge.field.keywordsHint')}
        width="full"
        optional
        lang={lang}
      />
      <TextInput
        {...field('tags')}
        label={t('knowledge.field.tags')}
        hint={t('knowledge.field.tagsHint')}
        width="full"
        optional
        lang={lang}
      />
      <TextInput
        {...form.field('note')}
        label={t('knowledge.field.note')}
        hint={t('knowledge.field.noteHint')}
        width="full"
        optional
        maxLength={300}
      />
      <FormActions reachable={false}>
        <Button look="primary" name="action" value={isNext ? 'publish' : 'submit'}>
          {t(isNext ? 'knowledge.admin.publish' : 'knowledge.admin.submit')}
        </Button>
        <Button name="action" value="save">
          {t('knowledge.admin.save')}
        </Button>
        {mayPublish && !isNext && (
          <Button name="action" value="publish">
            {t('knowledge.admin.publish')}
          </Button>
        )}
        <Button look="quiet" name="action" value="preview" icon="eye">
          {t('knowledge.admin.preview')}
        </Button>
      </FormActions>
    </form>
  )
}
