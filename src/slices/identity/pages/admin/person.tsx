import { isLang } from '../../../../kernel/lang.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { changeBelonging } from '../../operations/change-belonging.ts'
import { changePerson } from '../../operations/change-person.ts'
import { deactivatePerson } from '../../operations/deactivate-person.ts'
import { erasePersonForGood } from '../../operations/erase-person.ts'
import { listOrganisations } from '../../operations/list-organisations.ts'
import { listRoles } from '../../operations/list-roles.ts'
import { listTeams } from '../../operations/list-teams.ts'
import { reactivatePerson } from '../../operations/reactivate-person.ts'
import { readPerson } from '../../operations/read-person.ts'
import { resetSecondFactor } from '../../operations/reset-second-factor.ts'
import { sendPersonReset } from '../../operations/send-person-reset.ts'
import { listCostCentres } from '../../reporting/operations/list-cost-centres.ts'
import { readReporting } from '../../reporting/operations/read-reporting.ts'
import { setReporting } from '../../reporting/operations/set-reporting.ts'
import { ReportingPart } from '../../reporting/pages/ReportingPart.tsx'
import { BelongingPart, DetailsPart, EndPart, SignInPart } from './person-parts.tsx'

const self = (call: PageCall) => call.url(`/admin/people/${call.params['id']}`)

/** One person: details, what they may, how they sign in. */
export const personPage = definePage({
  path: '/admin/people/:id',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t } = call
    const person = await call.run(readPerson, { id: call.params['id'] ?? '' })
    const [roles, teams, organisations, costCentres, reporting] = await Promise.all([
      call.run(listRoles, {}),
      call.run(listTeams, {}),
      call.run(listOrganisations, {}),
      call.run(listCostCentres, {}),
      call.run(readReporting, { id: person.id }),
    ])
    return {
      title: person.name,
      breadcrumbs: [{ label: t('identity.people'), href: call.url('/admin/people') }, { label: person.name }],
      view: (
        <div class="stack">
          <PageHead
            title={person.name}
            above={person.state === 'deactivated' && <Tag tone="warn">{t('identity.state.deactivated')}</Tag>}
          />
          <div class="columns">
            <div class="stack">
              <DetailsPart call={call} person={person} />
              <BelongingPart
                call={call}
                person={person}
                roles={roles.items}
                teams={teams.items}
                organisations={organisations.items}
              />
            </div>
            <div class="stack">
              <ReportingPart call={call} reporting={reporting} costCentres={costCentres.items} />
              <SignInPart call={call} person={person} />
              <EndPart call={call} person={person} />
            </div>
          </div>
        </div>
      ),
    }
  },
  post: {
    async details(call, fields) {
      const language = fields.get('language')
      await call.run(changePerson, {
        id: call.params['id'] ?? '',
        name: fields.get('name'),
        email: fields.get('email'),
        language: isLang(language) ? language : call.lang,
        products: words(fields.get('products')),
        places: words(fields.get('places')),
        stages: words(fields.get('stages')),
        tags: words(fields.get('tags')),
      })
      return goTo(self(call), 'identity.saved')
    },
    async belonging(call, fields) {
      await call.run(changeBelonging, {
        id: call.params['id'] ?? '',
        roles: fields.all('roles'),
        teams: fields.all('teams'),
        organisations: fields.all('organisations'),
      })
      return goTo(self(call), 'identity.saved')
    },
    async reporting(call, fields) {
      await call.run(setReporting, {
        id: call.params['id'] ?? '',
        manager: fields.get('manager'),
        costCentreId: fields.optional('costCentreId') ?? null,
      })
      return goTo(self(call), 'identity.saved')
    },
    async 'password-link'(call) {
      await call.run(sendPersonReset, { id: call.params['id'] ?? '' })
      return goTo(self(call), 'identity.person.linkSent')
    },
    async 'second-factor'(call) {
      await call.run(resetSecondFactor, { id: call.params['id'] ?? '' })
      return goTo(self(call), 'identity.person.factorReset')
    },
    async deactivate(call) {
      await call.run(deactivatePerson, { id: call.params['id'] ?? '' })
      return goTo(self(call), 'identity.person.deactivated')
    },
    async reactivate(call) {
      await call.run(reactivatePerson, { id: call.params['id'] ?? '' })
      return goTo(self(call), 'identity.person.reactivated')
    },
    async erase(call, fields) {
      if (!fields.has('sure')) throw refuse.field('sure', 'identity.person.beSure')
      await call.run(erasePersonForGood, { id: call.params['id'] ?? '' })
      return goTo(call.url('/admin/people'), 'identity.person.erased')
    },
  },
})

/** Values separated by commas or lines. */
export function words(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ]
}
