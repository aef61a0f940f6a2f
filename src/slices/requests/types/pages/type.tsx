import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { BLANK_TYPE, type RequestType } from '../../request-type.ts'
import { listTypeParts, readType } from '../operations/read-types.ts'
import { changeType, createType } from '../operations/save-type.ts'
import { IconChoice } from './IconChoice.tsx'
import { Naming, Offering, Promising, StateWords } from './TypeFields.tsx'
import { typeInput } from './type-form.ts'

/** Adds a kind of request. */
export const newTypePage = definePage({
  path: '/admin/request-types/new',
  layout: 'admin',
  requires: 'requests.manage',
  get: (call) => show(call, BLANK_TYPE, null),
  post: {
    async default(call, fields) {
      const { key } = await call.run(createType, { key: fields.get('key').trim(), ...typeInput(fields) } as never)
      return goTo(call.url(`/admin/request-types/${key}`), 'requests.types.saved')
    },
  },
})

/** Changes a kind of request. */
export const typePage = definePage({
  path: '/admin/request-types/:key',
  layout: 'admin',
  requires: 'requests.manage',
  async get(call) {
    const { type, version } = await call.run(readType, { key: call.params['key'] as string })
    return show(call, type, version)
  },
  post: {
    async default(call, fields) {
      const key = call.params['key'] as string
      await call.run(changeType, { key, version: Number(fields.get('version')), ...typeInput(fields) } as never)
      return goTo(call.url('/admin/request-types'), 'requests.types.saved')
    },
  },
})

async function show(call: PageCall, type: RequestType, version: number | null): Promise<PageAnswer> {
  const { t } = call
  const parts = await call.run(listTypeParts, {})
  const form = shownForm(t, call.form)
  const title = version === null ? t('requests.types.add') : (type.names[call.lang] ?? type.key)
  const fields = { call, form, type, parts }
  return {
    title,
    breadcrumbs: [{ label: t('requests.types.title'), href: call.url('/admin/request-types') }, { label: title }],
    view: (
      <>
        <PageHead
          title={title}
          actions={
            version !== null && (
              <LinkButton href={call.url(`/admin/request-types/${type.key}/process`)} icon="list-ordered">
                {t('requests.process.ofTypeShort')}
              </LinkButton>
            )
          }
        />
        <form method="post" class="stack loose" novalidate>
          <FormMessages t={t} form={form} />
          {version === null ? (
            <TextInput
              {...form.field('key')}
              label={t('requests.types.key')}
              hint={t('requests.types.keyForm')}
              width="medium"
              autocomplete="off"
            />
          ) : (
            <input type="hidden" name="version" value={String(version)} />
          )}
          <Naming {...fields} />
          <IconChoice {...fields} />
          <Offering {...fields} />
          <Promising {...fields} />
          <StateWords {...fields} />
          <FormActions>
            <Button look="primary" icon="save">
              {t('requests.types.save')}
            </Button>
            <LinkButton href={call.url('/admin/request-types')}>{t('requests.types.cancel')}</LinkButton>
          </FormActions>
        </form>
      </>
    ),
  }
}
