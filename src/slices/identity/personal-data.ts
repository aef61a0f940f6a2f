import type { PersonalData } from '../../kernel/slice.ts'
import { endHere } from './identification.ts'
import { eraseInvitations, listBelonging } from './store/belonging.ts'
import { erasePerson, findPerson } from './store/persons.ts'
import { deleteSessions, listSessions } from './store/sessions.ts'
import { listSignInWays } from './store/sign-in.ts'

/** What identity keeps about a person, how it is handed out and how it is erased. */
export const personalData: PersonalData = {
  tables: [
    {
      table: 'persons',
      purpose: 'To know who somebody is and to greet and write to them.',
      retention: 'Until erased.',
    },
    { table: 'memberships', purpose: 'Which organisations somebody belongs to.', retention: 'Until ended or erased.' },
    { table: 'person_roles', purpose: 'What somebody may do.', retention: 'Until taken away or erased.' },
    { table: 'team_members', purpose: 'With whom somebody works.', retention: 'Until ended or erased.' },
    { table: 'sign_in_accounts', purpose: 'How somebody signs in.', retention: 'Until removed or erased.' },
    { table: 'passkeys', purpose: 'How somebody signs in.', retention: 'Until removed or erased.' },
    { table: 'second_factors', purpose: 'Protects the sign-in.', retention: 'Until switched off or erased.' },
    {
      table: 'sessions',
      purpose: 'Keeps somebody signed in; shows them on which devices.',
      retention: '30 days after the last use.',
    },
    { table: 'sign_in_checks', purpose: 'Codes and links under way.', retention: 'Minutes, at most a day.' },
    { table: 'api_keys', purpose: 'Lets programs act for somebody.', retention: 'Until erased.' },
    {
      table: 'invitations',
      purpose: 'To invite somebody and know who did.',
      retention: 'Until the invited person is erased.',
    },
  ],
  async export(ctx, personId) {
    const person = await findPerson(ctx.db, personId)
    if (!person) return {}
    const { id, name, email, language, state, products, places, stages, tags, created_at } = person
    return {
      person: { id, name, email, language, state, products, places, stages, tags, createdAt: created_at },
      ...(await listBelonging(ctx.db, personId)),
      waysToSignIn: await listSignInWays(ctx.db, personId),
      sessions: await listSessions(ctx.db, personId),
    }
  },
  async erase(ctx, personId) {
    const person = await findPerson(ctx.db, personId)
    if (!person) return
    endHere(await deleteSessions(ctx.db, personId, {}))
    if (person.email) await eraseInvitations(ctx.db, person.email)
    await erasePerson(ctx.db, personId)
    ctx.emit({ type: 'person.erased', subject: { kind: 'person', id: personId } })
  },
}
