import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../ui/page.ts'
import { deleteOrganisation } from '../../operations/delete-organisation.ts'
import { deleteTeam } from '../../operations/delete-team.ts'
import { listOrganisations } from '../../operations/list-organisations.ts'
import { listTeams } from '../../operations/list-teams.ts'
import { changeOrganisation, createOrganisation } from '../../operations/save-organisation.ts'
import { changeTeam, createTeam } from '../../operations/save-team.ts'
import { formOf } from '../form.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

export const teamsPage = definePage({
  path: '/admin/teams',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listTeams, {})
    const create = formOf(call, 'create')
    const change = formOf(call, 'change', 'delete')
    return {
      title: t('identity.teams'),
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.teams')} lead={t('identity.teams.lead')} />
          {change.summary}
          {items.length === 0 && (
            <EmptyState icon="briefcase" title={t('identity.teams.none')}>
              {t('identity.teams.lead')}
            </EmptyState>
          )}
          <div>
            {items.map((team) => (
              <Disclosure
                key={team.id}
                title={
                  <>
                    {team.name} <span class="muted">{t('identity.peopleCount', { count: team.people })}</span>
                  </>
                }
                open={change.value('id') === team.id}
              >
                <form method="post" class="form">
                  <input type="hidden" name="id" value={team.id} />
                  <TextsFields
                    call={call}
                    form={change.value('id') === team.id ? change : formOf(call, 'none')}
                    name="names"
                    legend={t('identity.name')}
                    texts={team.names}
                  />
                  <FormActions reachable={false}>
                    <Button look="primary" name="action" value="change">
                      {t('identity.save')}
                    </Button>
                    <Button look="quiet" name="action" value="delete" icon="trash-2">
                      {t('identity.delete')}
                    </Button>
                  </FormActions>
                </form>
              </Disclosure>
            ))}
          </div>
          <Card title={t('identity.teams.new')}>
            {create.summary}
            <form method="post" class="form">
              <TextsFields call={call} form={create} name="names" legend={t('identity.name')} texts={{}} />
              <FormActions reachable={false}>
                <Button name="action" value="create" icon="plus">
                  {t('identity.teams.new')}
                </Button>
              </FormActions>
            </form>
          </Card>
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      await call.run(createTeam, { names: textsOf(fields, 'names') })
      return goTo(call.url('/admin/teams'), 'identity.saved')
    },
    async change(call, fields) {
      await call.run(changeTeam, { id: fields.get('id'), names: textsOf(fields, 'names') })
      return goTo(call.url('/admin/teams'), 'identity.saved')
    },
    async delete(call, fields) {
      await call.run(deleteTeam, { id: fields.get('id') })
      return goTo(call.url('/admin/teams'), 'identity.deleted')
    },
  },
})

export const organisationsPage = definePage({
  path: '/admin/organisations',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const { items } = await call.run(listOrganisations, {})
    const create = formOf(call, 'create')
    const change = formOf(call, 'change', 'delete')
    return {
      title: t('identity.organisations'),
      view: (
        <div class="narrow stack">
          <PageHead title={t('identity.organisations')} lead={t('identity.organisations.lead')} />
          {change.summary}
          {items.length === 0 && (
            <EmptyState icon="building-2" title={t('identity.organisations.none')}>
              {t('identity.organisations.lead')}
            </EmptyState>
          )}
          <div>
            {items.map((one) => (
              <Disclosure
                key={one.id}
                title={
                  <>
                    {one.name} <span class="muted">{t('identity.peopleCount', { count: one.people })}</span>
                  </>
                }
                open={change.value('id') === one.id}
              >
                <form method="post" class="form">
                  <input type="hidden" name="id" value={one.id} />
                  <TextInput
                    t={t}
                    name="name"
                    id={`f-name-${one.id}`}
                    label={t('identity.name')}
                    value={change.value('id') === one.id ? change.value('name') : one.name}
                    error={change.value('id') === one.id ? change.error('name') : undefined}
                  />
                  <FormActions reachable={false}>
                    <Button look="primary" name="action" value="change">
                      {t('identity.save')}
                    </Button>
                    <Button look="quiet" name="action" value="delete" icon="trash-2" formnovalidate>
                      {t('identity.delete')}
                    </Button>
                  </FormActions>
                </form>
              </Disclosure>
            ))}
          </div>
          <Card title={t('identity.organisations.new')}>
            {create.summary}
            <form method="post" class="form">
              <TextInput
                t={t}
                name="name"
                label={t('identity.name')}
                value={create.value('name')}
                error={create.error('name')}
              />
              <FormActions reachable={false}>
                <Button name="action" value="create" icon="plus">
                  {t('identity.organisations.new')}
                </Button>
              </FormActions>
            </form>
          </Card>
        </div>
      ),
    }
  },
  post: {
    async create(call, fields) {
      await call.run(createOrganisation, { name: fields.get('name') })
      return goTo(call.url('/admin/organisations'), 'identity.saved')
    },
    async change(call, fields) {
      await call.run(changeOrganisation, { id: fields.get('id'), name: fields.get('name') })
      return goTo(call.url('/admin/organisations'), 'identity.saved')
    },
    async delete(call, fields) {
      await call.run(deleteOrganisation, { id: fields.get('id') })
      return goTo(call.url('/admin/organisations'), 'identity.deleted')
    },
  },
})
