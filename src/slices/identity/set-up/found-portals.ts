import type { Ctx } from '../../../kernel/ctx.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { colourOf } from '../../../ui/brand.ts'
import { PortalDefinition } from '../portal-definition.ts'
import type { Texts } from '../rules.ts'
import { insertAudience, listAudienceNames } from '../store/audiences.ts'
import { findPortal, insertPortal, listPortalRows, type PortalContent, updatePortal } from '../store/portals.ts'
import type { AllAnswers } from './rules.ts'

/** Key of the portal and of the audience for those who work here. */
const EMPLOYEES = 'employees'

/** Gives the first portal its brand and languages, and founds the one for employees when it is wanted. */
export async function foundPortals(ctx: Ctx, { languages, brand }: AllAnswers, by: string): Promise<void> {
  const [first] = await listPortalRows(ctx.db)
  if (!first) throw new Error('there is no portal to be set up')
  const langs = [languages.first, ...languages.langs.filter((lang) => lang !== languages.first)]
  const definition: PortalDefinition = {
    ...PortalDefinition.parse(first.definition),
    names: brand.names,
    langs,
    accent: colourOf(brand.accent),
  }
  if (brand.logo) await ctx.files.claim([brand.logo], `portal:${first.id}`)
  const content = { definition, entryAudienceId: first.entry_audience_id, logoFileId: brand.logo }
  await updatePortal(ctx.db, first.id, first.version, content, by)
  if (languages.employees) await foundEmployees(ctx, content, by)
}

/** What `theke user` or an import made before stays as it is. */
async function foundEmployees(ctx: Ctx, like: PortalContent, by: string): Promise<void> {
  if (await findPortal(ctx.db, EMPLOYEES)) return
  const known = (await listAudienceNames(ctx.db)).find((audience) => audience.key === EMPLOYEES)
  const audience =
    known?.id ??
    (await insertAudience(
      ctx.db,
      EMPLOYEES,
      {
        names: inAllLangs(ctx, 'identity.setUp.employees.audience'),
        words: inAllLangs(ctx, 'identity.setUp.employees.words'),
        rule: { fact: 'role', in: ['employee'] },
      },
      by,
    ))
  const names = inAllLangs(ctx, 'identity.setUp.employees.portal')
  const definition = { ...like.definition, names, hosts: [], signUp: false }
  await insertPortal(ctx.db, EMPLOYEES, 1, { ...like, definition, entryAudienceId: audience }, by)
}

function inAllLangs(
  ctx: Ctx,
  key: 'identity.setUp.employees.audience' | 'identity.setUp.employees.words' | 'identity.setUp.employees.portal',
): Texts {
  return Object.fromEntries(LANGS.map((lang) => [lang, ctx.texts(lang)(key)]))
}
