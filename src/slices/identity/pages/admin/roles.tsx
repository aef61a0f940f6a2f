import { refuse } from '../../../../kernel/refusal.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { definePage, type Fields, goTo, type PageCall, type PageView } from '../../../../ui/page.ts'
import { changeRole } from '../../operations/change-role.ts'
import { createRole } from '../../operations/create-role.ts'
import { deleteRole } from '../../operations/delete-role.ts'
import { listPermissions } from '../../operations/list-permissions.ts'
import { listRoles } from '../../operations/list-roles.ts'
import { readRole } from '../../operations/read-role.ts'
import type { Texts } from '../../rules.ts'
import { formOf } from '../form.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

export const rolesPage = definePage({
  path: '/admin/roles',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const [{ items }, permissions] = await Promise.all([call.run(listRoles, {}), call.run(listPermissions, {})])
    const titles = new Map(permissions.items.map((one) => [one.name, one.title]))
    return {
      title: t('identity.roles'),
      wide: true,
      view: (
        <div class="stack">
          <PageHead
            title={t('identity.roles')}
            lead={t('identity.roles.lead')}
            actions={
              <LinkButton look="primary" icon="plus" href={call.url('/admin/roles/new')}>
                {t('identity.role.new')}
              </LinkButton>
            }
          />
          <DataTable
            caption={t('identity.roles')}
            hideCaption
            rows={items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('identity.role'),
                head: true,
                cell: (row) => <a href={call.url(`/admin/roles/${row.id}`)}>{row.name}</a>,
              },
              { title: t('identity.words'), cell: (row) => row.words },
              {
                title: t('identity.permissions'),
                cell: (row) =>
                  row.permissions.includes('*')
                    ? t('identity.permission.everything')
                    : row.permissions.map((one) => titles.get(one) ?? one).join(' · '),
              },
              {
                title: t('identity.people'),
                kind: 'number',
                cell: (row) => (
                  <a href={`${call.url('/admin/people')}?role=${row.key}`}>{call.format.number(row.people)}</a>
                ),
              },
            ]}
          />
        </div>
      ),
    }
  },
})

export const newRolePage = definePage({
  path: '/admin/roles/new',
  layout: 'admin',
  requires: 'identity.manage',
  get: (call) => rolePage(call, { title: call.t('identity.role.new'), names: {}, words: {}, permissions: [] }),
  post: {
    async save(call, fields) {
      await call.run(createRole, contentOf(fields))
      return goTo(call.url('/admin/roles'), 'identity.saved')
    },
  },
})

export const editRolePage = definePage({
  path: '/admin/roles/:id',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const role = await call.run(readRole, { id: call.params['id'] ?? '' })
    return rolePage(call, { ...role, title: role.name, words: role.allWords, id: role.id })
  },
  post: {
    async save(call, fields) {
      await call.run(changeRole, { id: call.params['id'] ?? '', ...contentOf(fields) })
      return goTo(call.url('/admin/roles'), 'identity.saved')
    },
    async delete(call, fields) {
      if (!fields.has('sure')) throw refuse.conflict('identity.not_sure', 'identity.person.beSure')
      await call.run(deleteRole, { id: call.params['id'] ?? '' })
      return goTo(call.url('/admin/roles'), 'identity.role.deleted')
    },
  },
})

interface RoleShown {
  id?: string
  title: string
  names: Texts
  words: Texts
  permissions: string[]
  builtIn?: boolean
}

async function rolePage(call: PageCall, role: RoleShown): Promise<PageView> {
  const { t } = call
  const form = formOf(call, 'save')
  const removal = formOf(call, 'delete')
  const { items } = await call.run(listPermissions, {})
  const everything = role.permissions.includes('*')
  return {
    title: role.title,
    breadcrumbs: [{ label: t('identity.roles'), href: call.url('/admin/roles') }, { label: role.title }],
    view: (
      <div class="narrow stack">
        <PageHead title={role.title} />
        {form.summary}
        {removal.summary}
        <Card>
          <form method="post" class="form">
            <TextsFields call={call} form={form} name="names" legend={t('identity.name')} texts={role.names} />
            <TextsFields
              call={call}
              form={form}
              name="words"
              legend={t('identity.words')}
              texts={role.words}
              optional
            />
            {everything ? (
              <p>{t('identity.permission.everything')}</p>
            ) : (
              <CheckboxGroup
                t={t}
                name="permissions"
                legend={t('identity.permissions')}
                choices={items.map((one) => ({ value: one.name, label: one.title, hint: <code>{one.name}</code> }))}
                values={form.values('permissions', role.permissions)}
                error={form.error('permissions')}
              />
            )}
            <FormActions>
              <Button look="primary" name="action" value="save">
                {t('identity.save')}
              </Button>
            </FormActions>
          </form>
        </Card>
        {role.id && !role.builtIn && (
          <form method="post">
            <input type="hidden" name="sure" value="1" />
            <Button look="danger" name="action" value="delete" icon="trash-2">
              {t('identity.role.delete')}
            </Button>
          </form>
        )}
      </div>
    ),
  }
}

function contentOf(fields: Fields) {
  return { names: textsOf(fields, 'names'), words: textsOf(fields, 'words'), permissions: fields.all('permissions') }
}
