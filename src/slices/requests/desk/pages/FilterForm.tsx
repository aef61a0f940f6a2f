import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { Menu } from '../../../../ui/components/Menu.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { PRIORITIES, STATES } from '../../rules.ts'
import type { QueueFilter } from '../filter.ts'
import { onKey } from '../islands/desk/key-names.ts'
import { queryOf } from './filter-address.ts'
import type { Choices } from './QueueList.tsx'

interface FilterProps {
  call: PageCall
  filter: QueueFilter
  choices: Choices
}

/** Finding by words, narrowing by everything else, and keeping what was found useful. */
export function FilterForm({ call, filter, choices }: FilterProps) {
  const { t } = call
  const chosen = chosenOf(call, filter, choices)
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div class="desk-filter">
      <search>
        <form method="get" action={call.url('/desk')} class="desk-search">
          <Icon name="search" />
          <input
            type="search"
            name="words"
            class="input"
            value={filter.words ?? ''}
            maxLength={100}
            aria-label={t('requests.desk.search')}
            placeholder={t('requests.desk.search')}
            {...onKey('search')}
          />
        </form>
      </search>
      <Disclosure
        title={
          <>
            <Icon name="sliders-horizontal" /> {t('requests.desk.narrow')}
          </>
        }
      >
        <form method="get" action={call.url('/desk')} class="desk-narrow">
          <input type="hidden" name="queue" value={filter.queue} />
          {filter.words && <input type="hidden" name="words" value={filter.words} />}
          <Select
            t={t}
            name="type"
            label={t('requests.desk.type')}
            empty={t('requests.desk.any')}
            options={options(choices.types)}
            value={filter.type}
            width="full"
            optional={false}
          />
          <Select
            t={t}
            name="team"
            label={t('requests.desk.team')}
            empty={t('requests.desk.any')}
            options={options(choices.teams)}
            value={filter.team}
            width="full"
          />
          <Select
            t={t}
            name="assignee"
            label={t('requests.desk.assignee')}
            empty={t('requests.desk.any')}
            options={options(choices.agents)}
            value={filter.assignee}
            width="full"
          />
          <Select
            t={t}
            name="state"
            label={t('requests.desk.state')}
            empty={t('requests.desk.any')}
            options={STATES.map((one) => ({ value: one, label: t(`requests.desk.state.${one}` as TextKey) }))}
            value={filter.state}
            width="full"
          />
          <Select
            t={t}
            name="priority"
            label={t('requests.desk.priority')}
            empty={t('requests.desk.any')}
            options={PRIORITIES.map((one) => ({
              value: String(one),
              label: t(`requests.desk.priority.${one}` as TextKey),
            }))}
            value={filter.priority === undefined ? '' : String(filter.priority)}
            width="full"
          />
          <Select
            t={t}
            name="portal"
            label={t('requests.desk.portal')}
            empty={t('requests.desk.any')}
            options={options(choices.portals)}
            value={filter.portal}
            width="full"
          />
          <TextInput t={t} name="tag" label={t('requests.desk.tag')} value={filter.tag} width="full" maxLength={40} />
          <div class="desk-narrow-go">
            <Button size="small">{t('requests.desk.narrowNow')}</Button>
          </div>
        </form>
      </Disclosure>
      {chosen.length > 0 && <Chosen call={call} filter={filter} choices={choices} chosen={chosen} />}
    </div>
  )
}

interface Chosen {
  field: keyof QueueFilter
  term: string
  value: string
}

/** What the list is narrowed by, in words. */
function chosenOf({ t }: PageCall, filter: QueueFilter, choices: Choices): Chosen[] {
  const named = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((one) => one.id === id)?.name ?? id
  const all: [keyof QueueFilter, string, string | undefined][] = [
    ['words', t('requests.desk.words'), filter.words && t('requests.desk.quoted', { text: filter.words })],
    ['type', t('requests.desk.type'), named(choices.types, filter.type)],
    ['team', t('requests.desk.team'), named(choices.teams, filter.team)],
    ['assignee', t('requests.desk.assignee'), named(choices.agents, filter.assignee)],
    ['state', t('requests.desk.state'), filter.state && t(`requests.desk.state.${filter.state}` as TextKey)],
    [
      'priority',
      t('requests.desk.priority'),
      filter.priority && t(`requests.desk.priority.${filter.priority}` as TextKey),
    ],
    ['portal', t('requests.desk.portal'), named(choices.portals, filter.portal)],
    ['tag', t('requests.desk.tag'), filter.tag],
  ]
  return all.flatMap(([field, term, value]) => (value ? [{ field, term, value }] : []))
}

/** What the list is narrowed by, each to be taken away again; and keeping all of it under a name. */
function Chosen({ call, filter, choices, chosen }: FilterProps & { chosen: readonly Chosen[] }) {
  const { t } = call
  return (
    <div class="desk-chosen">
      <ul class="desk-chips" aria-label={t('requests.desk.narrowed')}>
        {chosen.map(({ field, term, value }) => (
          <li key={field}>
            <a class="desk-chip" href={`${call.url('/desk')}${queryOf({ ...filter, [field]: undefined })}`}>
              <span>
                {term}: <b>{value}</b>
              </span>
              <Icon name="x" />
              <span class="visually-hidden">{t('requests.desk.takeAway')}</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <a class="desk-chip plain" href={`${call.url('/desk')}${queryOf({ queue: filter.queue })}`}>
              {t('requests.desk.widen')}
            </a>
          </li>
        )}
      </ul>
      <KeepView call={call} filter={filter} choices={choices} />
    </div>
  )
}

/** Keeps the filter under a name. */
function KeepView({ call, filter, choices }: FilterProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'keepView')
  const own = choices.teams.filter((team) => team.isOwn)
  return (
    <Menu icon="bookmark" label={t('requests.desk.keepView')} class="desk-menu desk-keep-view" group="desk">
      <form method="post" action={`${call.url('/desk')}${queryOf(filter)}`} class="stack tight">
        <TextInput
          {...form.field('name')}
          id="f-view-name"
          label={t('requests.desk.viewName')}
          maxLength={60}
          required
          width="full"
        />
        {own.length > 0 && (
          <Select
            {...form.field('viewTeam')}
            label={t('requests.desk.viewFor')}
            empty={t('requests.desk.onlyMe')}
            options={own.map(({ id, name }) => ({ value: id, label: name }))}
            width="full"
          />
        )}
        <div>
          <Button name="action" value="keepView" size="small">
            {t('requests.desk.keepViewNow')}
          </Button>
        </div>
      </form>
    </Menu>
  )
}
