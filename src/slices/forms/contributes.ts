import { may } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { StoredFile } from '../../kernel/files.ts'
import type { NavigationItem, PermissionDeclaration, PersonalData } from '../../kernel/slice.ts'
import { removeDraft } from './remove-draft.ts'
import { findDraft, listDrafts } from './store/drafts.ts'

export const permissions: readonly PermissionDeclaration[] = [
  { name: 'forms.manage', title: 'forms.permission.manage' },
]

export const navigation: readonly NavigationItem[] = [
  {
    place: 'account',
    title: 'forms.drafts.title',
    path: '/drafts',
    icon: 'square-pen',
    order: 15,
    visible: (actor) => actor.personId !== null,
  },
  {
    place: 'admin',
    title: 'forms.admin.title',
    path: '/admin/forms',
    icon: 'list-checks',
    order: 30,
    group: 'catalogue.nav.group',
    visible: (actor) => may(actor, 'forms.manage'),
  },
]

/** Files of a draft are read by its owner. */
export async function mayReadFile(ctx: Ctx, file: StoredFile): Promise<boolean> {
  const id = file.owner?.split(':')[1] ?? ''
  const { personId } = ctx.actor
  return personId !== null && (await findDraft(ctx.db, id, { personId, linked: false })) !== undefined
}

export const personalData: PersonalData = {
  tables: [
    {
      table: 'answer_drafts',
      purpose: 'To go on filling in a form later, on any device.',
      retention: '30 days after the last change, or until the form is sent.',
    },
    {
      table: 'form_versions',
      purpose: 'Who saved which version of a form.',
      retention: 'As the form; without name once erased.',
    },
  ],
  export: async (ctx, personId) => ({
    drafts: (await listDrafts(ctx.db, personId)).map(({ purpose, answers, changedAt }) => ({
      purpose,
      answers,
      changedAt,
    })),
  }),
  async erase(ctx, personId) {
    let drafts = await listDrafts(ctx.db, personId)
    while (drafts.length > 0) {
      for (const { id } of drafts) await removeDraft(ctx, id)
      drafts = await listDrafts(ctx.db, personId)
    }
  },
}
