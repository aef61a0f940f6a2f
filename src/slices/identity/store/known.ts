import { Rule } from '../../../kernel/audience.ts'
import type { Database } from '../../../kernel/ctx.ts'
import type { Portal } from '../../../kernel/identification.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { PortalDefinition } from '../portal-definition.ts'
import { type AudienceRule, textIn } from '../rules.ts'

/** All audience rules. Administrators make tens of them, at most 500. A rule that cannot be read holds for nobody. */
export async function listAudienceRules(db: Database): Promise<AudienceRule[]> {
  const rows = await db.selectFrom('audiences').select(['id', 'rule']).orderBy('key').limit(500).execute()
  return rows.map(({ id, rule }) => ({ id, rule: Rule.catch({ any: [] }).parse(rule) }))
}

/** All portals as adapters need them, the default one first. */
export async function listPortals(db: Database): Promise<Portal[]> {
  const rows = await db
    .selectFrom('portals')
    .select(['key', 'is_default', 'definition', 'entry_audience_id', 'logo_file_id', 'version'])
    .orderBy('is_default', 'desc')
    .orderBy('position')
    .orderBy('key')
    .limit(100)
    .execute()
  return rows.map((row) => {
    const { names, langs, hosts, accent } = PortalDefinition.parse(row.definition)
    const brandVersion = String(row.version)
    return {
      key: row.key,
      isDefault: row.is_default,
      // Every language has a name, so that no page has to look for another one.
      names: Object.fromEntries(LANGS.map((lang) => [lang, textIn(names, lang, row.key)])),
      langs,
      hosts,
      entry: row.entry_audience_id,
      accent,
      logoUrl: row.logo_file_id ? `/files/${row.logo_file_id}/logo?w=320` : null,
      brandVersion,
    }
  })
}
