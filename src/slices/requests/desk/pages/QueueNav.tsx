import type { z } from 'zod'
import type { TextKey } from '../../../../kernel/text.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { type Queue, QueueFilter } from '../filter.ts'
import type { countQueues } from '../operations/count-queues.ts'
import { queryOf } from './filter-address.ts'

export type Counts = z.output<typeof countQueues.output>

const ICONS: Partial<Record<Queue, IconName>> = {
  mine: 'user-round-check',
  nobody: 'inbox',
  due: 'clock',
  'to-do': 'list-checks',
  waiting: 'message-circle-question-mark',
  approval: 'hourglass',
  done: 'circle-check',
  all: 'layers',
}

interface NavProps {
  call: PageCall
  counts: Counts
  /** The list that is shown; none on pages beside the lists. */
  filter: QueueFilter | null
  /** Path of the page beside the lists that is shown. */
  current?: string
}

/** The lists of the desk with how much is in them. On a phone it folds. */
export function QueueNav(props: NavProps) {
  const { t } = props.call
  return (
    <nav class="desk-nav" aria-label={t('requests.desk.queues')} data-part="nav">
      <details class="desk-nav-fold">
        <summary>
          <Icon name="list-checks" />
          {props.filter ? t(`requests.desk.view.${props.filter.queue}` as TextKey) : t('requests.desk.queues')}
          <span class="chevron" aria-hidden="true">
            <Icon name="chevron-down" />
          </span>
        </summary>
        <Lists {...props} />
      </details>
      <div class="desk-nav-wide">
        <Lists {...props} />
      </div>
    </nav>
  )
}

function Lists({ call, counts, filter, current }: NavProps) {
  const { t } = call
  const own = counts.teams.filter((team) => team.isOwn)
  const others = counts.teams.filter((team) => !team.isOwn && team.count > 0)
  const isPlain = filter !== null && filter.team === undefined && !counts.views.some((view) => isView(view, filter))
  const list = (queue: Queue, count?: number) => (
    <Entry
      key={queue}
      call={call}
      path={`/desk${queryOf({ queue })}`}
      icon={ICONS[queue]}
      label={t(`requests.desk.view.${queue}` as TextKey)}
      count={count}
      loud={queue === 'due'}
      isHere={isPlain && filter.queue === queue}
    />
  )
  return (
    <div class="desk-nav-lists">
      <LinkButton href={call.url('/desk/new')} look="primary" icon="plus" wide>
        {t('requests.desk.new')}
      </LinkButton>
      <ul>
        {counts.queues
          .filter(({ queue, count }) => queue !== 'approval' || count > 0)
          .map(({ queue, count }) => list(queue, count))}
        {list('done')}
        {list('all')}
      </ul>
      {[...own, ...others].length > 0 && (
        <section>
          <h2>{t('requests.desk.teams')}</h2>
          <ul>
            {[...own, ...others].map((team) => (
              <Entry
                key={team.id}
                call={call}
                path={`/desk${queryOf({ queue: 'to-do', team: team.id })}`}
                label={team.name}
                count={team.count}
                isHere={filter?.team === team.id}
              />
            ))}
          </ul>
        </section>
      )}
      {counts.views.length > 0 && (
        <section>
          <h2>{t('requests.desk.views')}</h2>
          <ul>
            {counts.views.map((view) => (
              <Entry
                key={view.id}
                call={call}
                path={`/desk${queryOf(QueueFilter.parse(view.filter))}`}
                icon={view.isShared ? 'users' : undefined}
                label={view.name}
                count={view.count ?? undefined}
                isHere={filter !== null && isView(view, filter)}
              />
            ))}
          </ul>
          {filter !== null && counts.views.some((view) => view.isOwn && isView(view, filter)) && (
            <form method="post" action={`${call.url('/desk')}${queryOf(filter)}`}>
              <Button name="action" value="dropView" size="small" look="quiet" icon="trash-2">
                {t('requests.desk.dropView')}
              </Button>
            </form>
          )}
        </section>
      )}
      <section>
        <h2>{t('requests.desk.beside')}</h2>
        <ul>
          {BESIDE.map(([path, text, icon]) => (
            <Entry key={path} call={call} path={path} icon={icon} label={t(text)} isHere={current === path} />
          ))}
        </ul>
      </section>
    </div>
  )
}

const BESIDE: [string, TextKey, IconName][] = [
  ['/desk/known-errors', 'requests.desk.knownErrors', 'siren'],
  ['/desk/phrases', 'requests.desk.phrases', 'zap'],
  ['/desk/people', 'requests.desk.people', 'users'],
]

function isView(view: Counts['views'][number], filter: QueueFilter): boolean {
  return queryOf(QueueFilter.parse(view.filter)) === queryOf(filter)
}

interface EntryProps {
  call: PageCall
  path: string
  label: string
  icon?: IconName | undefined
  count?: number | undefined
  loud?: boolean
  isHere?: boolean | undefined
}

function Entry({ call, path, label, icon, count, loud, isHere }: EntryProps) {
  return (
    <li>
      <a href={call.url(path)} aria-current={isHere ? 'page' : undefined}>
        {icon && <Icon name={icon} />}
        <span class="desk-nav-label">{label}</span>
        {count !== undefined && <b class={loud && count > 0 ? 'num late' : 'num'}>{countText(count)}</b>}
      </a>
    </li>
  )
}

/** Nobody needs to know whether it is 100 or 4,000. */
export function countText(count: number): string {
  return count >= 100 ? '99+' : String(count)
}
