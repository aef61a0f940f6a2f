import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { may } from '../../../../kernel/actor.ts'
import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Icon } from '../../../../ui/components/Icon.tsx'
import { Menu } from '../../../../ui/components/Menu.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { needsReason } from '../../closing/closing.ts'
import { StateTag } from '../../pages/StateTag.tsx'
import { PRIORITIES } from '../../rules.ts'
import type { readForDesk } from '../operations/read-for-desk.ts'
import { dueOf } from './due.ts'
import type { Choices } from './QueueList.tsx'

export type DeskRequest = z.output<typeof readForDesk.output>

interface HeadProps {
  call: PageCall
  request: DeskRequest
  choices: Choices
  /** Address of the list, to go back to. */
  back: string
}

/** What it is, how it stands, and everything that can be set with one key. */
export function CaseHead({ call, request, choices, back }: HeadProps) {
  const { t } = call
  const due = dueOf(call, request)
  return (
    <header class="desk-head">
      <div class="desk-head-line">
        <a class="desk-back" href={back} data-key="u">
          <Icon name="arrow-left" /> {t('requests.desk.back')}
        </a>
        <StateTag t={t} state={request.state} ending={request.ending} side="desk" />
        {due && (
          <Tag tone={due.tone} icon="clock">
            {t('requests.desk.promised', { due: due.text })}
          </Tag>
        )}
        {request.tags.map((tag) => (
          <Tag key={tag} href={`${call.url('/desk')}?queue=all&tag=${encodeURIComponent(tag)}`}>
            {tag}
          </Tag>
        ))}
        <span class="desk-reference num muted">{request.reference}</span>
      </div>
      <h1>{request.subject}</h1>
      <div class="desk-facts">
        <AssigneeMenu call={call} request={request} choices={choices} />
        <ChoiceMenu
          call={call}
          name="team"
          icon="users"
          label={request.team?.name ?? t('requests.desk.noTeam')}
          hint={t('requests.desk.team')}
          dataKey="g"
        >
          {choices.teams.map((team) => (
            <Choice key={team.id} name="team" value={team.id} isOn={team.id === request.team?.id}>
              {team.name}
            </Choice>
          ))}
        </ChoiceMenu>
        <ChoiceMenu
          call={call}
          name="priority"
          icon="chevrons-up"
          label={t(`requests.desk.priority.${request.priority}` as TextKey)}
          hint={t('requests.desk.priority')}
          tone={request.priority === 1 ? 'bad' : request.priority === 2 ? 'warn' : undefined}
          dataKey="p"
        >
          {PRIORITIES.map((one) => (
            <Choice key={one} name="priority" value={String(one)} isOn={one === request.priority}>
              {t(`requests.desk.priority.${one}` as TextKey)}
            </Choice>
          ))}
        </ChoiceMenu>
        <ChoiceMenu
          call={call}
          name="type"
          icon="tag"
          label={request.typeName}
          hint={t('requests.desk.type')}
          dataKey="y"
        >
          {choices.types.map((type) => (
            <Choice key={type.id} name="type" value={type.id} isOn={type.id === request.type}>
              {type.name}
            </Choice>
          ))}
        </ChoiceMenu>
      </div>
      <div class="desk-tools">
        <TakeButton call={call} request={request} />
        {request.next.length > 0 && <StateMenu call={call} request={request} />}
        {choices.macros.length > 0 && (
          <ChoiceMenu
            call={call}
            name="macro"
            action="macro"
            icon="zap"
            label={t('requests.desk.macro')}
            hint={t('requests.desk.macro')}
            dataKey="m"
          >
            {choices.macros.map((macro) => (
              <Choice key={macro.id} name="macro" value={macro.id}>
                {macro.name}
              </Choice>
            ))}
          </ChoiceMenu>
        )}
        <MoreMenu call={call} request={request} />
      </div>
      <Presence call={call} request={request} />
      {request.knownError && (
        <Notice tone={request.knownError.state === 'open' ? 'warn' : 'good'} icon="siren">
          <a href={call.url(`/desk/known-errors/${request.knownError.reference}`)}>{request.knownError.title}</a>{' '}
          {t('requests.desk.attached', { others: request.knownError.others })}
        </Notice>
      )}
      {request.mergedInto && (
        <Notice tone="info" icon="git-merge">
          {t('requests.desk.mergedInto')} <a href={call.url(`/desk/${request.mergedInto}`)}>{request.mergedInto}</a>
        </Notice>
      )}
    </header>
  )
}

function TakeButton({ call, request }: Pick<HeadProps, 'call' | 'request'>) {
  if (request.assignee?.id === call.actor.personId || request.state === 'closed') return null
  return (
    <form method="post">
      <Button name="action" value="take" size="small" look="primary" icon="user-round-check" data-key="t">
        {call.t('requests.desk.take')}
      </Button>
    </form>
  )
}

function AssigneeMenu({ call, request, choices }: Omit<HeadProps, 'back'>) {
  const { t } = call
  return (
    <ChoiceMenu
      call={call}
      name="assignee"
      icon="user-round"
      label={request.assignee?.name ?? t('requests.desk.nobody')}
      hint={t('requests.desk.assignee')}
      dataKey="a"
    >
      <Choice name="assignee" value="nobody" isOn={request.assignee === null}>
        {t('requests.desk.nobody')}
      </Choice>
      {choices.agents.map((agent) => (
        <Choice key={agent.id} name="assignee" value={agent.id} isOn={agent.id === request.assignee?.id}>
          {agent.name}
        </Choice>
      ))}
    </ChoiceMenu>
  )
}

function StateMenu({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t } = call
  const isSolvable = request.next.includes('solved')
  return (
    <>
      <ChoiceMenu
        call={call}
        name="state"
        icon="route"
        label={t('requests.desk.state')}
        hint={t('requests.desk.changeState')}
        dataKey="s"
      >
        {request.next
          .filter((state) => !needsReason(request.state, state))
          .map((state) => (
            <Choice key={state} name="state" value={state}>
              {t(`requests.desk.state.${state}` as TextKey)}
            </Choice>
          ))}
        {request.next.some((state) => needsReason(request.state, state)) && (
          <a href={call.url(`/desk/${request.reference}/closing`)} data-key="c">
            {t('requests.closing.title')} …
          </a>
        )}
      </ChoiceMenu>
      {isSolvable && (
        <form method="post">
          <input type="hidden" name="state" value="solved" />
          <Button name="action" value="change" size="small" look="quiet" icon="circle-check" data-key="e">
            {t('requests.desk.solve')}
          </Button>
        </form>
      )}
    </>
  )
}

/** Steps that need a page of their own. */
function MoreMenu({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t, actor } = call
  const to = (step: string) => call.url(`/desk/${request.reference}/${step}`)
  const watches = request.watchers.some((one) => one.id === actor.personId)
  return (
    <Menu icon="ellipsis" label={t('requests.desk.more')} class="desk-menu" group="desk">
      <a href={to('classify')}>
        <Icon name="chevrons-up" /> {t('requests.classify.title')}
      </a>
      <a href={to('promise')}>
        <Icon name="calendar-clock" /> {t('requests.desk.changePromise')}
      </a>
      <a href={to('tags')}>
        <Icon name="tag" /> {t('requests.desk.changeTags')}
      </a>
      <a href={to('requester')}>
        <Icon name="user-round-pen" /> {t('requests.desk.changeRequester')}
      </a>
      <a href={to('merge')}>
        <Icon name="git-merge" /> {t('requests.desk.merge')}
      </a>
      <a href={to('split')}>
        <Icon name="split" /> {t('requests.desk.split')}
      </a>
      <a href={to('known-error')}>
        <Icon name="siren" /> {t('requests.desk.attach')}
      </a>
      {may(actor, 'knowledge.write') && (
        <a href={call.url(`/admin/articles/new?from=request:${request.reference}`)} data-key="d">
          <Icon name="book-open" /> {t('requests.desk.writeArticle')}
        </a>
      )}
      <form method="post">
        <button type="submit" name="action" value={watches ? 'unwatch' : 'watch'} data-key="w">
          <Icon name="bell" /> {t(watches ? 'requests.desk.unwatch' : 'requests.desk.watch')}
        </button>
      </form>
    </Menu>
  )
}

interface MenuProps {
  call: PageCall
  name: string
  action?: string
  icon: IconName
  label: string
  hint: string
  /** What stands out. */
  tone?: 'warn' | 'bad' | undefined
  dataKey: string
  children: ComponentChildren
}

/** One thing to choose from many: every choice is a button of the form. */
function ChoiceMenu({ action = 'change', icon, label, hint, tone, dataKey, children }: MenuProps) {
  return (
    <Menu
      icon={icon}
      label={
        <>
          <span class="visually-hidden">{hint}: </span>
          {label}
        </>
      }
      class={tone ? `desk-menu ${tone}` : 'desk-menu'}
      group="desk"
      start
    >
      <form method="post" data-menu-key={dataKey}>
        <input type="hidden" name="action" value={action} />
        {children}
      </form>
    </Menu>
  )
}

function Choice({
  name,
  value,
  isOn,
  children,
}: {
  name: string
  value: string
  isOn?: boolean
  children: ComponentChildren
}) {
  return (
    <button type="submit" name={name} value={value} aria-pressed={isOn ? 'true' : undefined}>
      {children}
      {isOn && <Icon name="check" />}
    </button>
  )
}

/** Who else has it open, and who is writing. Filled anew by what is heard live. */
function Presence({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t } = call
  const writing = request.seats.filter((seat) => seat.isWriting)
  const looking = request.seats.filter((seat) => !seat.isWriting)
  const text = [
    writing.length > 0 && t('requests.desk.isWriting', { names: writing.map((seat) => seat.name).join(', ') }),
    looking.length > 0 && t('requests.desk.isLooking', { names: looking.map((seat) => seat.name).join(', ') }),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <p
      class="desk-presence"
      role="status"
      data-presence
      data-me={call.actor.personId ?? ''}
      data-writing={writing.length > 0 ? '' : undefined}
      data-text-writing={t('requests.desk.isWriting', { names: '%' })}
      data-text-looking={t('requests.desk.isLooking', { names: '%' })}
      data-seats={JSON.stringify(request.seats)}
    >
      {text}
    </p>
  )
}
