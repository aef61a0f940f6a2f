import { type Actor, may } from '../../kernel/actor.ts'
import type { NavigationItem, PermissionDeclaration, Readiness } from '../../kernel/slice.ts'
import { hasUnguardedAdministrator } from './store/roles.ts'

export const permissions: PermissionDeclaration[] = [
  { name: 'identity.manage', title: 'identity.permission.manage' },
  { name: 'platform.manage', title: 'identity.permission.platform' },
]

const signedIn = (actor: Actor) => actor.personId !== null
const manages = (actor: Actor) => may(actor, 'identity.manage')

const group = 'identity.admin.group' as const

export const navigation: NavigationItem[] = [
  {
    place: 'account',
    title: 'identity.account.title',
    path: '/account',
    icon: 'circle-user-round',
    order: 10,
    visible: signedIn,
  },
  {
    place: 'account',
    title: 'identity.account.security',
    path: '/account/security',
    icon: 'key-round',
    order: 20,
    visible: signedIn,
  },
  {
    place: 'admin',
    group,
    title: 'identity.people',
    path: '/admin/people',
    icon: 'users',
    order: 300,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.roles',
    path: '/admin/roles',
    icon: 'id-card',
    order: 310,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.teams',
    path: '/admin/teams',
    icon: 'briefcase',
    order: 320,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.organisations',
    path: '/admin/organisations',
    icon: 'building-2',
    order: 330,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.reporting.costCentres',
    path: '/admin/cost-centres',
    icon: 'wallet',
    order: 335,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.audiences',
    path: '/admin/audiences',
    icon: 'eye',
    order: 340,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.apiKeys',
    path: '/admin/api-keys',
    icon: 'webhook',
    order: 350,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.sso',
    path: '/admin/single-sign-on',
    icon: 'log-in',
    order: 360,
    visible: manages,
  },
  {
    place: 'admin',
    group,
    title: 'identity.portals',
    path: '/admin/portals',
    icon: 'globe',
    order: 370,
    visible: (actor) => may(actor, 'platform.manage'),
  },
]

export const readiness: Readiness[] = [
  {
    title: 'identity.ready.secondFactor',
    hint: 'identity.ready.secondFactorHint',
    path: '/account/security',
    done: async (ctx) => !(await hasUnguardedAdministrator(ctx.db)),
  },
]
