import type { TextKey } from '../../../../../kernel/text.ts'
import { Button } from '../../../../../ui/components/Button.tsx'
import type { PageCall } from '../../../../../ui/page.ts'
import { needsReason } from '../../../closing/closing.ts'
import { onKey } from '../../islands/desk/key-names.ts'
import type { Choices } from '../QueueList.tsx'
import type { DeskRequest } from './CaseHead.tsx'
import { Choice, ChoiceMenu } from './ChoiceMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'

interface ToolsProps {
  call: PageCall
  request: DeskRequest
  choices: Choices
}

/** What can be done to it at one stroke, and the steps that take more. */
export function CaseTools({ call, request, choices }: ToolsProps) {
  const { t } = call
  return (
    <div class="desk-tools">
      <TakeButton call={call} request={request} />
      {request.next.length > 0 && <StateMenu call={call} request={request} />}
      {choices.macros.length > 0 && (
        <ChoiceMenu
          action="macro"
          icon="zap"
          label={t('requests.desk.macro')}
          hint={t('requests.desk.macro')}
          act="macro"
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
  )
}

function TakeButton({ call, request }: Omit<ToolsProps, 'choices'>) {
  if (request.assignee?.id === call.actor.personId || request.state === 'closed') return null
  return (
    <form method="post">
      <Button name="action" value="take" size="small" look="primary" icon="user-round-check" {...onKey('take')}>
        {call.t('requests.desk.take')}
      </Button>
    </form>
  )
}

function StateMenu({ call, request }: Omit<ToolsProps, 'choices'>) {
  const { t } = call
  const isSolvable = request.next.includes('solved')
  return (
    <>
      <ChoiceMenu icon="route" label={t('requests.desk.state')} hint={t('requests.desk.changeState')} act="state">
        {request.next
          .filter((state) => !needsReason(request.state, state))
          .map((state) => (
            <Choice key={state} name="state" value={state}>
              {t(`requests.desk.state.${state}` as TextKey)}
            </Choice>
          ))}
        {request.next.some((state) => needsReason(request.state, state)) && (
          <a href={call.url(`/desk/${request.reference}/closing`)} {...onKey('close')}>
            {t('requests.closing.title')} …
          </a>
        )}
      </ChoiceMenu>
      {isSolvable && (
        <form method="post">
          <input type="hidden" name="state" value="solved" />
          <Button name="action" value="change" size="small" look="quiet" icon="circle-check" {...onKey('solve')}>
            {t('requests.desk.solve')}
          </Button>
        </form>
      )}
    </>
  )
}
