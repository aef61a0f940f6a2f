import type { z } from 'zod'
import { type Field, type FormDefinition, type FormPage, fieldsOf } from '../../../../kernel/form/definition.ts'
import { inLang } from '../../../../kernel/form/local-text.ts'
import { answersOf } from '../../../../kernel/form/read-answers.ts'
import { Refusal, refuse } from '../../../../kernel/refusal.ts'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { archiveForm } from '../../operations/archive-form.ts'
import { changeForm } from '../../operations/change-form.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { previewForm } from '../../operations/preview-form.ts'
import { publishForm } from '../../operations/publish-form.ts'
import { readForm } from '../../operations/read-form.ts'
import { BuilderHead } from './BuilderHead.tsx'
import { conditionOf } from './condition-fields.ts'
import { editedField, textsOf } from './editor-fields.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { FormEditor } from './FormEditor.tsx'
import { Outline } from './Outline.tsx'
import { PageEditor } from './PageEditor.tsx'
import { Preview } from './Preview.tsx'
import { Problems } from './Problems.tsx'
import { queryAnswers } from './query-answers.ts'
import type { WorkedForm } from './worked-form.ts'

type Change = z.input<(typeof changeForm)['input']>['change']

/** What is being worked on: a field, a page, or the form itself. */
interface At {
  page: FormPage
  field: Field | null
  isForm: boolean
}

/** The builder: outline, what is being worked on, and how it looks. Every change is a version; nothing needs JavaScript. */
export const builderPage = definePage({
  path: '/admin/forms/:key',
  layout: 'admin',
  requires: 'forms.manage',
  async get(call) {
    const form = await read(call)
    const definition = form.definition as FormDefinition
    const at = atOf(call, definition)
    const tried = call.query['asked'] === undefined ? undefined : answersOf([at.page], queryAnswers(call))
    const [preview, { changes }] = await Promise.all([
      call.run(previewForm, {
        key: form.key,
        page: at.page.id,
        personId: call.query['as'] || undefined,
        answers: tried,
      }),
      call.run(compareVersions, { key: form.key }),
    ])
    const title = inLang(definition.title, call.lang)
    return {
      title,
      breadcrumbs: [{ label: call.t('forms.admin.title'), href: call.url('/admin/forms') }, { label: title }],
      wide: true,
      view: (
        <div class="stack">
          <BuilderHead call={call} form={form} current="build" changes={changes} />
          <Problems call={call} form={form} />
          <div class="builder">
            <Outline
              call={call}
              form={definition}
              version={form.version}
              at={at.field?.key ?? null}
              page={at.field || at.isForm ? null : at.page.id}
              troubled={new Set(form.problems.map((problem) => problem.field ?? problem.page))}
            />
            <section class="builder-editor card" aria-labelledby="editor-title">
              <Editor call={call} form={form} definition={definition} at={at} />
            </section>
            <Preview call={call} form={definition} page={at.page} at={at.field?.key ?? null} preview={preview} />
          </div>
        </div>
      ),
    }
  },
  post: {
    setForm: (call, fields) =>
      change(call, fields, { do: 'setForm', title: textsOf(fields, 'title') ?? {}, hint: textsOf(fields, 'hint') }),
    addPage: (call, fields) =>
      change(call, fields, { do: 'addPage', title: { [call.lang]: call.t('forms.page.new') } }),
    async setPage(call, fields) {
      const form = (await read(call)).definition as FormDefinition
      const above = aboveOf(
        form,
        form.pages.find((page) => page.id === fields.get('at'))?.fields[0]?.key ?? null,
        fields.get('at'),
      )
      return change(call, fields, {
        do: 'setPage',
        id: fields.get('at'),
        title: textsOf(fields, 'title') ?? {},
        hint: textsOf(fields, 'hint'),
        when: conditionOf(fields, 'when', above),
      })
    },
    upPage: (call, fields) => change(call, fields, { do: 'movePage', id: fields.get('at'), by: -1 }),
    downPage: (call, fields) => change(call, fields, { do: 'movePage', id: fields.get('at'), by: 1 }),
    removePage: (call, fields) => change(call, fields, { do: 'removePage', id: fields.get('at') }),
    addField: (call, fields) =>
      change(call, fields, {
        do: 'addField',
        page: fields.get('at'),
        type: fields.get('type') as Field['type'],
        label: { [call.lang]: call.t('forms.field.new') },
      }),
    async setField(call, fields) {
      const form = (await read(call)).definition as FormDefinition
      const key = fields.get('at')
      const before = fieldsOf(form).find((field) => field.key === key)
      if (!before) throw refuse.notFound()
      return change(call, fields, {
        do: 'setField',
        key,
        field: editedField(fields, before, aboveOf(form, key, null)) as Field,
      })
    },
    upField: (call, fields) => change(call, fields, { do: 'moveField', key: fields.get('at'), by: -1 }),
    downField: (call, fields) => change(call, fields, { do: 'moveField', key: fields.get('at'), by: 1 }),
    placeField: (call, fields) =>
      change(call, fields, {
        do: 'placeField',
        key: fields.get('at'),
        page: fields.get('page'),
        before: fields.get('before') || null,
      }),
    duplicateField: (call, fields) => change(call, fields, { do: 'duplicateField', key: fields.get('at') }),
    removeField: (call, fields) => change(call, fields, { do: 'removeField', key: fields.get('at') }),
    async publish(call, fields) {
      await call.run(publishForm, { key: call.params['key'] ?? '', base: fields.get('base') })
      return goTo(call.url(call.path), 'forms.publish.done')
    },
    archive: (call) => archive(call, true),
    takeOut: (call) => archive(call, false),
  },
})

async function archive(call: PageCall, isArchived: boolean): Promise<PageAnswer> {
  await call.run(archiveForm, { key: call.params['key'] ?? '', isArchived })
  return goTo(call.url('/admin/forms'), isArchived ? 'forms.archive.done' : 'forms.archive.takenOut')
}

/** Makes a change and shows what it was about. What is wrong with it stands beside the fields of the form that asked for it. */
async function change(call: PageCall, fields: Fields, change: Change): Promise<PageAnswer> {
  try {
    const { at } = await call.run(changeForm, { key: call.params['key'] ?? '', base: fields.get('base'), change })
    const form = (await read(call)).definition as FormDefinition
    const what = fieldsOf(form).some((field) => field.key === at) ? 'at' : 'page'
    return goTo(call.url(call.path) + (at === null ? '' : `?${what}=${at}`))
  } catch (error) {
    if (!(error instanceof Refusal) || error.issues.length === 0) throw error
    throw refuse.invalid(
      error.issues.map((issue) => ({ ...issue, path: issue.path[0] === 'change' ? issue.path.slice(1) : issue.path })),
    )
  }
}

function read(call: PageCall): Promise<WorkedForm> {
  return call.run(readForm, { key: call.params['key'] ?? '' })
}

function atOf(call: PageCall, form: FormDefinition): At {
  const wanted = call.form?.values['at'] ?? call.query['at']
  const field = fieldsOf(form).find((one) => one.key === wanted) ?? null
  const id = call.query['page'] ?? wanted
  const page = form.pages.find((one) => (field ? one.fields.includes(field) : one.id === id))
  return { field, page: page ?? (form.pages[0] as FormPage), isForm: !field && !page }
}

/** Fields above a field, or above a page. */
function aboveOf(form: FormDefinition, key: string | null, pageId: string | null): Field[] {
  const all = form.pages.flatMap((page) => page.fields.map((field) => ({ field, page: page.id })))
  const end = all.findIndex(({ field, page }) => (key === null ? page === pageId : field.key === key))
  return (end < 0 ? all : all.slice(0, end)).map(({ field }) => field)
}

function Editor({
  call,
  form,
  definition,
  at,
}: {
  call: PageCall
  form: WorkedForm
  definition: FormDefinition
  at: At
}) {
  const { t, lang } = call
  if (at.field)
    return (
      <>
        <h2 id="editor-title">{t(`forms.type.${at.field.type}`)}</h2>
        <FieldEditor
          call={call}
          form={definition}
          field={at.field}
          above={aboveOf(definition, at.field.key, null)}
          version={form.version}
        />
      </>
    )
  if (!at.isForm)
    return (
      <>
        <h2 id="editor-title">{t('forms.page.name', { title: inLang(at.page.title, lang) })}</h2>
        <PageEditor
          call={call}
          form={definition}
          page={at.page}
          above={aboveOf(definition, at.page.fields[0]?.key ?? null, at.page.id)}
          version={form.version}
        />
      </>
    )
  return <FormEditor call={call} form={definition} version={form.version} />
}
