import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { deleteOrganisation } from '../../operations/delete-organisation.ts'
import { deleteTeam } from '../../operations/delete-team.ts'
import { listOrganisations } from '../../operations/list-organisations.ts'
import { listTeams } from '../../operations/list-teams.ts'
import { changeOrganisation, createOrganisation } from '../../operations/save-organisation.ts'
import { changeTeam, createTeam } from '../../operations/save-team.ts'
import { editableListPage } from './editable-list.tsx'
import { TextsFields, textsOf } from './texts-fields.tsx'

/** Teams, with their names in all languages. */
export const teamsPage = editableListPage({
  path: '/admin/teams',
  title: 'identity.teams',
  lead: 'identity.teams.lead',
  none: 'identity.teams.none',
  icon: 'briefcase',
  newOne: 'identity.teams.new',
  list: async (call) => (await call.run(listTeams, {})).items,
  heading: ({ t }, team) => (
    <>
      {team.name} <span class="muted">{t('identity.peopleCount', { count: team.people })}</span>
    </>
  ),
  fields: (call, form, team, suffix) => (
    <TextsFields
      call={call}
      form={form}
      name="names"
      legend={call.t('identity.name')}
      texts={team?.names ?? {}}
      suffix={suffix}
    />
  ),
  create: (call, fields) => call.run(createTeam, { names: textsOf(fields, 'names') }),
  change: (call, id, fields) => call.run(changeTeam, { id, names: textsOf(fields, 'names') }),
  remove: (call, id) => call.run(deleteTeam, { id }),
})

/** Organisations that customers belong to. */
export const organisationsPage = editableListPage({
  path: '/admin/organisations',
  title: 'identity.organisations',
  lead: 'identity.organisations.lead',
  none: 'identity.organisations.none',
  icon: 'building-2',
  newOne: 'identity.organisations.new',
  list: async (call) => (await call.run(listOrganisations, {})).items,
  heading: ({ t }, one) => (
    <>
      {one.name} <span class="muted">{t('identity.peopleCount', { count: one.people })}</span>
    </>
  ),
  fields: ({ t }, form, one, suffix) => (
    <TextInput
      t={t}
      name="name"
      id={`f-name${suffix}`}
      label={t('identity.name')}
      value={form.value('name', one?.name)}
      error={form.error('name')}
    />
  ),
  create: (call, fields) => call.run(createOrganisation, { name: fields.get('name') }),
  change: (call, id, fields) => call.run(changeOrganisation, { id, name: fields.get('name') }),
  remove: (call, id) => call.run(deleteOrganisation, { id }),
})
