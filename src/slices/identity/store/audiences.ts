import { type Expression, type SqlBool, sql } from 'kysely'
import { type Fact, Rule } from '../../../kernel/audience.ts'
import type { Database } from '../../../kernel/ctx.ts'
import type { Texts } from '../rules.ts'

/** Names of all audiences, at most 500. */
export async function listAudienceNames(db: Database) {
  return db.selectFrom('audiences').select(['id', 'key', 'names']).orderBy('key').limit(500).execute()
}

export async function listAudiences(db: Database) {
  return db.selectFrom('audiences').selectAll().orderBy('key').limit(500).execute()
}

export async function findAudience(db: Database, id: string) {
  return db.selectFrom('audiences').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether the key is taken already. */
export async function hasAudienceKey(db: Database, key: string): Promise<boolean> {
  return (await db.selectFrom('audiences').select('id').where('key', '=', key).executeTakeFirst()) !== undefined
}

export interface AudienceContent {
  names: Texts
  words: Texts
  rule: Rule
}

export async function insertAudience(
  db: Database,
  key: string,
  content: AudienceContent,
  by: string | null,
): Promise<string> {
  const { id } = await db
    .insertInto('audiences')
    .values({ key, ...asJson(content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(db, id, 1, content, by)
  return id
}

/** Writes the next version of an audience, unless somebody else has meanwhile: then gives false. */
export async function updateAudience(
  db: Database,
  id: string,
  known: number,
  content: AudienceContent,
  by: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('audiences')
    .set({ ...asJson(content), version: known + 1 })
    .where('id', '=', id)
    .where('version', '=', known)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await insertVersion(db, id, known + 1, content, by)
  return true
}

/** The last 50 versions, newest first, with who made them. */
export async function listAudienceVersions(db: Database, id: string) {
  return db
    .selectFrom('audience_versions as v')
    .leftJoin('persons as p', 'p.id', 'v.changed_by')
    .select(['v.version', 'v.names', 'v.words', 'v.rule', 'v.changed_at', 'p.name as changed_by'])
    .where('v.audience_id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(50)
    .execute()
}

export async function findAudienceVersion(db: Database, id: string, version: number) {
  return db
    .selectFrom('audience_versions')
    .select(['names', 'words', 'rule'])
    .where('audience_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
}

export async function deleteAudience(db: Database, id: string): Promise<void> {
  await db.deleteFrom('audiences').where('id', '=', id).execute()
}

/** How many active people a rule holds for, and the first of them by name. */
export async function previewRule(db: Database, rule: Rule, limit = 20) {
  const base = db.selectFrom('persons as p').where('p.state', '=', 'active').where(ruleAsSql(rule))
  const [count, first] = await Promise.all([
    base.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    base.select(['p.id', 'p.name']).orderBy(sql`lower(p.name)`).orderBy('p.id').limit(limit).execute(),
  ])
  return { count: count.count, first }
}

/** A rule as a condition on `persons as p`: the same meaning as `matches` (property-tested). */
export function ruleAsSql(rule: Rule): Expression<SqlBool> {
  if ('all' in rule) return joined(rule.all, sql` and `, sql`true`)
  if ('any' in rule) return joined(rule.any, sql` or `, sql`false`)
  if ('not' in rule) return sql<SqlBool>`not (${ruleAsSql(rule.not)})`
  if ('signedIn' in rule) return sql<SqlBool>`true`
  return HOLDS[rule.fact](rule.in)
}

function joined(
  rules: Rule[],
  by: ReturnType<typeof sql>,
  none: Expression<SqlBool> | ReturnType<typeof sql>,
): Expression<SqlBool> {
  if (rules.length === 0) return none as Expression<SqlBool>
  return sql<SqlBool>`(${sql.join(rules.map(ruleAsSql), by)})`
}

const HOLDS: Record<Fact, (values: string[]) => Expression<SqlBool>> = {
  role: (values) =>
    sql<SqlBool>`exists (select 1 from person_roles f join roles r on r.id = f.role_id where f.person_id = p.id and r.key = any(${values}))`,
  team: (values) =>
    sql<SqlBool>`exists (select 1 from team_members f join teams t on t.id = f.team_id where f.person_id = p.id and t.key = any(${values}))`,
  organisation: (values) =>
    sql<SqlBool>`exists (select 1 from memberships f join organisations o on o.id = f.organisation_id where f.person_id = p.id and o.key = any(${values}))`,
  product: (values) => sql<SqlBool>`p.products && ${values}::text[]`,
  place: (values) => sql<SqlBool>`p.places && ${values}::text[]`,
  stage: (values) => sql<SqlBool>`p.stages && ${values}::text[]`,
  tag: (values) => sql<SqlBool>`p.tags && ${values}::text[]`,
  language: (values) => sql<SqlBool>`p.language = any(${values})`,
}

async function insertVersion(
  db: Database,
  id: string,
  version: number,
  content: AudienceContent,
  by: string | null,
): Promise<void> {
  await db
    .insertInto('audience_versions')
    .values({ audience_id: id, version, ...asJson(content), changed_by: by })
    .execute()
}

function asJson({ names, words, rule }: AudienceContent) {
  return { names: JSON.stringify(names), words: JSON.stringify(words), rule: JSON.stringify(Rule.parse(rule)) }
}
