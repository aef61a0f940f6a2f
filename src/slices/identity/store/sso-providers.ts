import type { Database } from '../../../kernel/ctx.ts'

export async function listEnabledProviders(db: Database) {
  return db
    .selectFrom('sso_providers')
    .select(['key', 'name'])
    .where('enabled', '=', true)
    .orderBy('name')
    .limit(20)
    .execute()
}

export async function listProviders(db: Database) {
  return db.selectFrom('sso_providers').selectAll().orderBy('name').limit(20).execute()
}

export async function findProvider(db: Database, key: string) {
  return db.selectFrom('sso_providers').selectAll().where('key', '=', key).executeTakeFirst()
}

export interface ProviderContent {
  name: string
  discoveryUrl: string
  clientId: string
  /** Encrypted. */
  clientSecret: string
  scopes: string[]
  roleClaim: string | null
  roleMap: Record<string, string>
  signUp: boolean
  enabled: boolean
}

/** Adds a provider or changes the one with this key. */
export async function putProvider(db: Database, key: string, content: ProviderContent): Promise<void> {
  const values = {
    name: content.name,
    discovery_url: content.discoveryUrl,
    client_id: content.clientId,
    client_secret: content.clientSecret,
    scopes: content.scopes,
    role_claim: content.roleClaim,
    role_map: JSON.stringify(content.roleMap),
    sign_up: content.signUp,
    enabled: content.enabled,
  }
  await db
    .insertInto('sso_providers')
    .values({ key, ...values })
    .onConflict((c) => c.column('key').doUpdateSet(values))
    .execute()
}

export async function deleteProvider(db: Database, key: string): Promise<void> {
  await db.deleteFrom('sso_providers').where('key', '=', key).execute()
}
