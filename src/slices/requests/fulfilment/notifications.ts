import type { Actor } from '../../../kernel/actor.ts'
import { may } from '../../../kernel/actor.ts'
import { inLang } from '../../../kernel/form/local-text.ts'
import type { NotificationSource } from '../../../kernel/notifications.ts'
import { contactsOfPersons, membersOfTeams } from '../../identity/index.ts'
import { OVERSEE } from '../approvals/permission.ts'
import { EVERY_TASK, findTaskRow } from './store/tasks.ts'

const concerns = (actor: Actor) => actor.facts.team.length > 0 || may(actor, OVERSEE)

/** Teams hear of what there is to do for them, people of what was given to them. */
export const taskNotifications: NotificationSource = {
  kinds: [
    { kind: 'requests.taskOpened', title: 'requests.tasks.told.opened', usual: 'digest', concerns },
    { kind: 'requests.taskGiven', title: 'requests.tasks.told.given', usual: 'both', concerns },
  ],
  on: ['task.opened', 'task.assigned'],
  async of(ctx, { type, subject, payload, actorId }) {
    const task = await findTaskRow(ctx.db, EVERY_TASK, subject.id)
    if (task?.kind !== 'task' || task.state !== 'open') return []
    const isGiven = type === 'task.assigned'
    const people = isGiven ? [String(payload['assigneeId'])] : await membersOf(ctx, task.team_id)
    const contacts = await contactsOfPersons(
      ctx,
      people.filter((id) => id !== actorId),
    )
    return contacts.map(({ id, lang }) => ({
      personId: id,
      kind: isGiven ? 'requests.taskGiven' : 'requests.taskOpened',
      title: {
        key: isGiven ? 'requests.tasks.told.givenTitle' : 'requests.tasks.told.openedTitle',
        values: { task: inLang(task.title, lang) },
      },
      path: `/tasks/${task.id}`,
      portal: task.portal,
    }))
  },
}

async function membersOf(ctx: Parameters<typeof membersOfTeams>[0], team: string | null): Promise<string[]> {
  return team ? (await membersOfTeams(ctx, null, [team])).map(({ id }) => id) : []
}
