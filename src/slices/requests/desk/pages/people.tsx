import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { LANGS_OF_ANSWERS } from '../langs.ts'
import { listChoices } from '../operations/list-choices.ts'
import { listPeople } from '../operations/list-people.ts'
import { setAssignment } from '../operations/set-assignment.ts'
import { setSkills } from '../operations/set-skills.ts'
import { deskPage as frame } from './desk-page.tsx'
import { momentIn, momentOf } from './moments.ts'

/** How the work is shared out: by team, and to whom. */
export const peoplePage = definePage({
  path: '/desk/people',
  layout: 'work',
  requires: 'requests.work',
  async get(call) {
    const { t } = call
    const [{ people, teams }, { types }] = await Promise.all([call.run(listPeople, {}), call.run(listChoices, {})])
    return frame(call, {
      title: t('requests.desk.people'),
      filter: null,
      current: '/desk/people',
      view: (
        <>
          <PageHead title={t('requests.desk.people')} lead={t('requests.desk.peopleLead')} />
          {call.form?.message && (
            <Notice tone="warn" live>
              {call.form.message}
            </Notice>
          )}
          <section class="stack tight">
            <h2>{t('requests.desk.teams')}</h2>
            {teams.map((team) =>
              team.mayPlan ? (
                <form key={team.id} method="post" class="row spread">
                  <input type="hidden" name="team" value={team.id} />
                  <Select
                    t={t}
                    name="assignment"
                    id={`assignment-${team.id}`}
                    label={team.name}
                    options={(['manual', 'balanced'] as const).map((one) => ({
                      value: one,
                      label: t(`requests.desk.assignment.${one}`),
                    }))}
                    value={team.assignment}
                    width="medium"
                  />
                  <Button name="action" value="assignment" size="small">
                    {t('requests.desk.setNow')}
                    <span class="visually-hidden">: {team.name}</span>
                  </Button>
                </form>
              ) : (
                <p key={team.id}>
                  <b>{team.name}</b> <span class="muted">· {t(`requests.desk.assignment.${team.assignment}`)}</span>
                </p>
              ),
            )}
          </section>
          <section class="stack tight">
            <h2>{t('requests.desk.people.who')}</h2>
            {people.map((person) => (
              <PersonAtDesk key={person.id} call={call} person={person} types={types} />
            ))}
          </section>
        </>
      ),
    })
  },
  post: {
    async assignment(call, fields) {
      await call.run(setAssignment, { team: fields.get('team'), assignment: fields.get('assignment') as 'manual' })
      return goTo(call.url('/desk/people'), 'requests.desk.changed')
    },
    async skills(call, fields) {
      await call.run(setSkills, {
        person: fields.get('person'),
        types: fields.all('types'),
        langs: fields.all('langs') as 'de'[],
        capacity: fields.optional('capacity') ?? null,
        awayUntil: momentOf(call.timeZone, fields.get('awayUntil')),
      })
      return goTo(call.url('/desk/people'), 'requests.desk.changed')
    },
  },
})

interface PersonProps {
  call: PageCall
  person: z.output<typeof listPeople.output>['people'][number]
  types: readonly { id: string; name: string }[]
}

/** What somebody deals with and how much they have; to be changed by themselves and by whoever leads them. */
function PersonAtDesk({ call, person, types }: PersonProps) {
  const { t } = call
  const title = (
    <>
      <b>{person.name}</b> <span class="muted">· {summaryOf(call, person, types).join(' · ')}</span>
    </>
  )
  if (!person.mayPlan) return <p>{title}</p>
  return (
    <Disclosure title={title}>
      <form method="post" class="stack">
        <input type="hidden" name="person" value={person.id} />
        <fieldset class="stack tight">
          <legend>{t('requests.desk.people.types')}</legend>
          {types.map((type) => (
            <Checkbox
              key={type.id}
              id={`type-${person.id}-${type.id}`}
              name="types"
              value={type.id}
              label={type.name}
              checked={person.types.includes(type.id)}
            />
          ))}
        </fieldset>
        <fieldset class="stack tight">
          <legend>{t('requests.desk.people.langs')}</legend>
          {LANGS_OF_ANSWERS.map((lang) => (
            <Checkbox
              key={lang}
              id={`lang-${person.id}-${lang}`}
              name="langs"
              value={lang}
              label={t(`requests.desk.in.${lang}`)}
              checked={person.langs.includes(lang)}
            />
          ))}
        </fieldset>
        <TextInput
          t={t}
          name="capacity"
          id={`capacity-${person.id}`}
          inputmode="numeric"
          label={t('requests.desk.people.capacity')}
          hint={t('requests.desk.people.capacityHint')}
          value={person.capacity === null ? '' : String(person.capacity)}
          width="short"
          optional
        />
        <TextInput
          t={t}
          name="awayUntil"
          id={`away-${person.id}`}
          type="datetime-local"
          label={t('requests.desk.people.away')}
          value={momentIn(call.timeZone, person.awayUntil)}
          width="medium"
          optional
        />
        <div>
          <Button name="action" value="skills" size="small">
            {t('requests.desk.setNow')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}

function summaryOf({ t, format, now }: PageCall, person: PersonProps['person'], types: PersonProps['types']): string[] {
  const kinds = types.filter((type) => person.types.includes(type.id)).map((type) => type.name)
  const langs = LANGS_OF_ANSWERS.filter((lang) => person.langs.includes(lang)).map((lang) =>
    t(`requests.desk.in.${lang}`),
  )
  const load =
    person.capacity === null
      ? t('requests.desk.people.load', { count: person.load })
      : t('requests.desk.people.loadOf', { count: person.load, most: person.capacity })
  const isAway = person.awayUntil !== null && new Date(person.awayUntil) > now
  return [
    ...person.teams,
    load,
    ...(kinds.length > 0 ? [kinds.join(', ')] : []),
    ...(langs.length > 0 ? [langs.join(', ')] : []),
    ...(isAway ? [t('requests.desk.people.awayUntil', { moment: format.moment(person.awayUntil as string) })] : []),
  ]
}
