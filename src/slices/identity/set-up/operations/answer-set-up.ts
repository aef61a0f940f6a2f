import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { hashKey } from '../../identification.ts'
import { isRegion } from '../regions.ts'
import { Answers, SetUpSecret } from '../rules.ts'
import { findDraft, isSetUpDone, updateDraft } from '../store.ts'

export const answerSetUp = defineOperation({
  name: 'identity.answerSetUp',
  summary: 'Keep the answers of one step of setting up. Nothing of it holds before the last step.',
  kind: 'command',
  channels: ['web'],
  requires: 'anyone',
  rateLimit: { limit: 100, seconds: 600 },
  input: Answers.extend({ secret: SetUpSecret }),
  output: z.object({}),
  async handle(ctx, { secret, ...answers }) {
    if (await isSetUpDone(ctx.db)) throw refuse.conflict('identity.set_up_done', 'identity.setUp.over')
    const before = await findDraft(ctx.db, hashKey(secret))
    if (!before) throw refuse.conflict('identity.set_up_lost', 'identity.setUp.lost')
    const { organisation, brand } = answers
    if (organisation && !(await isRegion(organisation.holidays)))
      throw refuse.field(['organisation', 'holidays'], 'refusal.choice')
    if (brand) refuseMissingNames(before.languages?.langs ?? [], brand.names)
    await updateDraft(ctx.db, hashKey(secret), answers)
    return {}
  },
})

function refuseMissingNames(langs: readonly string[], names: Partial<Record<string, string>>) {
  const missing = langs.filter((lang) => !names[lang])
  if (missing.length > 0)
    throw refuse.invalid(missing.map((lang) => ({ path: ['brand', 'names', lang], key: 'refusal.required' })))
}
