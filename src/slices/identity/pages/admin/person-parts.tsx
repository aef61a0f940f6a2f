import type { z } from 'zod'
import { LANGS } from '../../../../kernel/lang.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { DescriptionList } from '../../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { PersonView } from '../../views.ts'
import { LANGUAGE_NAMES } from '../account.tsx'
import { formOf } from '../form.tsx'

interface PartProps {
  call: PageCall
  person: z.output<typeof PersonView>
}

interface Group {
  id: string
  name: string
  words?: string
}

export function DetailsPart({ call, person }: PartProps) {
  const { t } = call
  const form = formOf(call, 'details')
  const list = (name: 'products' | 'places' | 'stages' | 'tags') => (
    <TextInput
      t={t}
      name={name}
      label={t(`identity.fact.${name}` as 'identity.save')}
      optional
      value={form.value(name, person[name].join(', '))}
      error={form.error(name)}
    />
  )
  return (
    <Card title={t('identity.person.details')}>
      {form.summary}
      <form method="post" class="form">
        <TextInput
          t={t}
          name="name"
          label={t('identity.name')}
          value={form.value('name', person.name)}
          error={form.error('name')}
        />
        <TextInput
          t={t}
          type="email"
          name="email"
          label={t('identity.email')}
          value={form.value('email', person.email)}
          error={form.error('email')}
        />
        <Select
          t={t}
          name="language"
          label={t('identity.language')}
          options={LANGS.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
          value={form.value('language', person.language)}
          width="medium"
        />
        <Disclosure title={t('identity.person.facts')} open={call.form?.action === 'details'}>
          <p class="hint">{t('identity.person.factsHint')}</p>
          <div class="form">
            {list('products')}
            {list('places')}
            {list('stages')}
            {list('tags')}
          </div>
        </Disclosure>
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="details">
            {t('identity.save')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}

export function BelongingPart(props: PartProps & { roles: Group[]; teams: Group[]; organisations: Group[] }) {
  const { call, person, roles, teams, organisations } = props
  const { t } = call
  const form = formOf(call, 'belonging')
  const choices = (groups: Group[]) => groups.map((one) => ({ value: one.id, label: one.name, hint: one.words }))
  const ids = (groups: Group[]) => groups.map((one) => one.id)
  return (
    <Card title={t('identity.person.belonging')}>
      {form.summary}
      <form method="post" class="form">
        <CheckboxGroup
          t={t}
          name="roles"
          legend={t('identity.roles')}
          choices={choices(roles)}
          values={form.values('roles', ids(person.roles))}
          error={form.error('roles')}
        />
        {teams.length > 0 && (
          <CheckboxGroup
            t={t}
            name="teams"
            legend={t('identity.teams')}
            choices={choices(teams)}
            values={form.values('teams', ids(person.teams))}
          />
        )}
        {organisations.length > 0 && (
          <CheckboxGroup
            t={t}
            name="organisations"
            legend={t('identity.organisations')}
            choices={choices(organisations)}
            values={form.values('organisations', ids(person.organisations))}
          />
        )}
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="belonging">
            {t('identity.save')}
          </Button>
        </FormActions>
      </form>
    </Card>
  )
}

export function SignInPart({ call, person }: PartProps) {
  const { t, format } = call
  const { waysToSignIn: ways } = person
  const yes = (is: boolean) => (is ? t('identity.yes') : t('identity.no'))
  return (
    <Card title={t('identity.account.security')}>
      <DescriptionList
        facts={[
          { term: t('identity.person.since'), value: format.day(person.createdAt) },
          { term: t('identity.person.confirmed'), value: yes(person.emailVerified) },
          { term: t('identity.password'), value: yes(ways.password) },
          { term: t('identity.passkeys'), value: format.number(ways.passkeys) },
          { term: t('identity.factor.name'), value: yes(ways.secondFactor) },
          { term: t('identity.sso'), value: ways.providers.join(', ') },
        ]}
      />
      {person.state === 'active' && person.signIn && (
        <form method="post" class="row">
          <Button name="action" value="password-link" icon="mail">
            {t('identity.person.sendLink')}
          </Button>
          {ways.secondFactor && (
            <Button name="action" value="second-factor">
              {t('identity.person.resetFactor')}
            </Button>
          )}
        </form>
      )}
    </Card>
  )
}

export function EndPart({ call, person }: PartProps) {
  const { t } = call
  const form = formOf(call, 'deactivate', 'reactivate', 'erase')
  if (person.id === call.actor.personId) return null
  return (
    <Card title={t('identity.person.end')}>
      {form.summary}
      <div class="row">
        <LinkButton icon="download" href={call.url(`/admin/people/${person.id}/data.json`)}>
          {t('identity.person.data')}
        </LinkButton>
      </div>
      {person.state === 'active' ? (
        <form method="post" class="stack">
          <p>{t('identity.person.deactivateText')}</p>
          <Button look="danger" name="action" value="deactivate" icon="user-round-x">
            {t('identity.person.deactivate')}
          </Button>
        </form>
      ) : (
        <>
          <form method="post">
            <Button name="action" value="reactivate" icon="user-round-check">
              {t('identity.person.reactivate')}
            </Button>
          </form>
          <form method="post" class="form">
            <p>{t('identity.person.eraseText')}</p>
            <CheckboxField t={t} name="sure" label={t('identity.person.sure')} error={form.error('sure')} />
            <Button look="danger" name="action" value="erase" icon="trash-2">
              {t('identity.person.erase')}
            </Button>
          </form>
        </>
      )}
    </Card>
  )
}
