import type { TextKey } from '../../../../../kernel/text.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import { PRIORITIES } from '../../../rules.ts'
import type { Choices } from '../QueueList.tsx'
import type { DeskRequest } from './CaseHead.tsx'
import { Choice, ChoiceMenu } from './ChoiceMenu.tsx'

interface FactsProps {
  call: PageCall
  request: DeskRequest
  choices: Choices
}

/** What it is: who deals with it, which team, how urgent, what kind. Each is a word that opens. */
export function CaseFacts({ call, request, choices }: FactsProps) {
  const { t } = call
  return (
    <div class="desk-facts">
      <AssigneeMenu call={call} request={request} choices={choices} />
      <ChoiceMenu
        icon="users"
        label={request.team?.name ?? t('requests.desk.noTeam')}
        hint={t('requests.desk.team')}
        act="team"
      >
        {choices.teams.map((team) => (
          <Choice key={team.id} name="team" value={team.id} isOn={team.id === request.team?.id}>
            {team.name}
          </Choice>
        ))}
      </ChoiceMenu>
      <ChoiceMenu
        icon="chevrons-up"
        label={t(`requests.desk.priority.${request.priority}` as TextKey)}
        hint={t('requests.desk.priority')}
        tone={request.priority === 1 ? 'bad' : request.priority === 2 ? 'warn' : undefined}
        act="priority"
      >
        {PRIORITIES.map((one) => (
          <Choice key={one} name="priority" value={String(one)} isOn={one === request.priority}>
            {t(`requests.desk.priority.${one}` as TextKey)}
          </Choice>
        ))}
      </ChoiceMenu>
      <ChoiceMenu icon="tag" label={request.typeName} hint={t('requests.desk.type')} act="type">
        {choices.types.map((type) => (
          <Choice key={type.id} name="type" value={type.id} isOn={type.id === request.type}>
            {type.name}
          </Choice>
        ))}
      </ChoiceMenu>
    </div>
  )
}

function AssigneeMenu({ call, request, choices }: FactsProps) {
  const { t } = call
  return (
    <ChoiceMenu
      icon="user-round"
      label={request.assignee?.name ?? t('requests.desk.nobody')}
      hint={t('requests.desk.assignee')}
      act="assign"
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
