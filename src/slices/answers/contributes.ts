import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Job, NavigationItem, PermissionDeclaration, PersonalData } from '../../kernel/slice.ts'
import { FORGET_ONCE_AFTER_DAYS, FORGET_REPHRASINGS_AFTER_DAYS } from './rules.ts'
import { forgetAskedOnce } from './store/missing.ts'
import { forgetRephrasings } from './store/rephrasings.ts'
import { allSynonyms } from './store/synonyms.ts'

export const permissions: PermissionDeclaration[] = [{ name: 'answers.manage', title: 'answers.permission.manage' }]

export const jobs: Job[] = [
  {
    name: 'answers.forgetQuestions',
    schedule: '20 3 * * *',
    async handle(ctx) {
      await forgetAskedOnce(ctx, FORGET_ONCE_AFTER_DAYS)
      await forgetRephrasings(ctx, FORGET_REPHRASINGS_AFTER_DAYS)
    },
  },
]

export const navigation: NavigationItem[] = [
  {
    place: 'admin',
    group: 'answers.nav.group',
    title: 'answers.missing.title',
    path: '/admin/missing',
    icon: 'search-x',
    order: 60,
    visible: (actor) => may(actor, 'answers.manage'),
  },
  {
    place: 'admin',
    group: 'answers.nav.group',
    title: 'answers.synonyms.title',
    path: '/admin/synonyms',
    icon: 'book-marked',
    order: 61,
    visible: (actor) => may(actor, 'answers.manage'),
  },
]

/** Questions are scrubbed before they are kept and belong to nobody; synonyms name no author. */
export const personalData: PersonalData = {
  tables: [],
  export: async () => ({}),
  erase: async () => {},
}

export const synonyms = {
  on: ['synonyms.changed'],
  all: (ctx: Ctx) => allSynonyms(ctx),
}
