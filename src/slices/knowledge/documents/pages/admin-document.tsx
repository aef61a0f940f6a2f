import { may } from '../../../../kernel/actor.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo } from '../../../../ui/page.ts'
import { changeDocument } from '../operations/change-document.ts'
import { readEditableDocument } from '../operations/read-editable-document.ts'
import { removeDocument } from '../operations/remove-document.ts'
import { choicesFor, DocumentFields, inputOf } from './document-form.tsx'

/** One document for editing: what is said of it, who may read it, its file. */
export const adminDocumentPage = definePage({
  path: '/admin/documents/:id',
  layout: 'admin',
  requires: 'knowledge.write',
  uploads: {},
  async get(call) {
    const { t } = call
    const document = await call.run(readEditableDocument, { id: call.params['id'] ?? '' })
    const form = shownForm(t, call.form, 'save')
    return {
      title: document.title,
      breadcrumbs: [
        { label: t('knowledge.documents.all'), href: call.url('/admin/documents') },
        { label: document.title },
      ],
      view: (
        <>
          <PageHead
            title={document.title}
            actions={
              document.publishedAt && (
                <LinkButton icon="eye" href={call.url(`/documents/${document.id}`)}>
                  {t('knowledge.documents.look')}
                </LinkButton>
              )
            }
          />
          {document.problem && <Notice tone="bad">{t(`knowledge.documents.problem.${document.problem}.hint`)}</Notice>}
          {document.state === 'waiting' && <Notice tone="info">{t('knowledge.documents.waiting')}</Notice>}
          <form method="post" enctype="multipart/form-data" class="stack">
            <FormMessages t={t} form={form} />
            <DocumentFields t={t} form={form} choices={await choicesFor(call)} initial={document} isNew={false} />
            <Checkbox
              name="isPublished"
              label={t('knowledge.documents.published')}
              checked={form.checked('isPublished', document.publishedAt !== null)}
            />
            <FormActions>
              <Button look="primary" name="action" value="save">
                {t('knowledge.documents.save')}
              </Button>
            </FormActions>
          </form>
          {may(call.actor, 'knowledge.manage') && (
            <Disclosure title={t('knowledge.documents.remove')}>
              <form method="post" class="stack">
                <p>{t('knowledge.documents.removeText')}</p>
                <FormActions reachable={false}>
                  <Button look="danger" name="action" value="remove" icon="trash-2">
                    {t('knowledge.documents.remove')}
                  </Button>
                </FormActions>
              </form>
            </Disclosure>
          )}
        </>
      ),
    }
  },
  post: {
    async save(call, fields) {
      const [file] = fields.files('file')
      await call.run(changeDocument, {
        ...inputOf(fields),
        id: call.params['id'] ?? '',
        isPublished: fields.has('isPublished'),
        ...(file ? { fileId: file.id } : {}),
      })
      return goTo(call.url(`/admin/documents/${call.params['id']}`), 'knowledge.documents.saved')
    },
    async remove(call) {
      await call.run(removeDocument, { id: call.params['id'] ?? '' })
      return goTo(call.url('/admin/documents'), 'knowledge.documents.removed')
    },
  },
})
