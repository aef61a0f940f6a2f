// Written by "npm run generate" from the migrated database. Do not edit.
// Fingerprint: 1dec6b1bdbff40f2 3549c3d3199461be
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Arrives as a value; is written as text, because the driver would turn a list into an SQL array. */
type Json = ColumnType<JsonValue, string, string>
type Moment = ColumnType<Date, Date | string, Date | string>
/** May be left out when a row is inserted. */
type Optional<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : Generated<T>

export interface ApiKeysTable {
  id: Optional<string>
  person_id: string
  name: string
  hint: string
  secret_hash: string
  scopes: string[]
  created_by: string | null
  created_at: Optional<Moment>
  expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AudienceVersionsTable {
  audience_id: string
  version: number
  names: Json
  words: Json
  rule: Json
  changed_by: string | null
  changed_at: Optional<Moment>
}

export interface AudiencesTable {
  id: Optional<string>
  key: string
  names: Json
  words: Optional<Json>
  rule: Json
  version: Optional<number>
  created_at: Optional<Moment>
}

export interface CallCountsTable {
  key: string
  window_start: Moment
  count: number
}

export interface EventsTable {
  id: GeneratedAlways<number>
  xid: Optional<string>
  type: string
  subject_kind: string
  subject_id: string
  payload: Optional<Json>
  actor_id: string | null
  channel: string
  portal: string
  request_id: string
  at: Optional<Moment>
}

export interface FormDraftsTable {
  id: Optional<string>
  secret_hash: string
  path: string
  fields: Json
  created_at: Optional<Moment>
}

export interface IdempotencyKeysTable {
  key: string
  operation: string
  input_hash: string
  answer: ColumnType<JsonValue | null, string | null | undefined, string | null>
  created_at: Optional<Moment>
}

export interface InvitationsTable {
  id: Optional<string>
  email: string
  name: string
  language: 'de' | 'en' | 'el'
  portal: string
  role_ids: Optional<string[]>
  secret_hash: string
  invited_by: string | null
  created_at: Optional<Moment>
  expires_at: Moment
  accepted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface MembershipsTable {
  organisation_id: string
  person_id: string
  since: Optional<Moment>
}

export interface OrganisationsTable {
  id: Optional<string>
  key: string
  name: string
  created_at: Optional<Moment>
}

export interface PasskeysTable {
  id: Optional<string>
  person_id: string
  name: string | null
  public_key: string
  credential_id: string
  counter: Optional<number>
  device_type: string
  backed_up: Optional<boolean>
  transports: string | null
  aaguid: string | null
  created_at: Optional<Moment>
}

export interface PersonRolesTable {
  person_id: string
  role_id: string
  granted_at: Optional<Moment>
  granted_through: Optional<'hand' | 'sso'>
}

export interface PersonsTable {
  id: Optional<string>
  external_key: string | null
  name: string
  salutations: Optional<Json>
  email: string | null
  email_verified: Optional<boolean>
  picture: string | null
  language: Optional<'de' | 'en' | 'el'>
  state: Optional<'active' | 'deactivated' | 'erased'>
  sign_in: Optional<boolean>
  second_factor: Optional<boolean>
  products: Optional<string[]>
  places: Optional<string[]>
  stages: Optional<string[]>
  tags: Optional<string[]>
  created_at: Optional<Moment>
  updated_at: Optional<Moment>
}

export interface PortalVersionsTable {
  portal_id: string
  version: number
  definition: Json
  entry_audience_id: string | null
  logo_file_id: string | null
  changed_by: string | null
  changed_at: Optional<Moment>
}

export interface PortalsTable {
  id: Optional<string>
  key: string
  is_default: Optional<boolean>
  position: Optional<number>
  definition: Json
  entry_audience_id: string | null
  logo_file_id: string | null
  version: Optional<number>
  created_at: Optional<Moment>
}

export interface RolePermissionsTable {
  role_id: string
  permission: string
}

export interface RolesTable {
  id: Optional<string>
  key: string
  names: Json
  words: Optional<Json>
  built_in: Optional<boolean>
  created_at: Optional<Moment>
}

export interface SchemaMigrationsTable {
  slice: string
  name: string
  checksum: string
  applied_at: Optional<Moment>
}

export interface SecondFactorsTable {
  id: Optional<string>
  person_id: string
  secret: string
  recovery_codes: string
  verified: Optional<boolean>
  failures: Optional<number>
  locked_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface SessionsTable {
  id: Optional<string>
  person_id: string
  token: string
  address: string | null
  device: string | null
  created_at: Optional<Moment>
  updated_at: Optional<Moment>
  expires_at: Moment
}

export interface SettingsTable {
  name: string
  value: Json
  changed_at: Optional<Moment>
  changed_by: string | null
}

export interface SignInAccountsTable {
  id: Optional<string>
  person_id: string
  provider: string
  account_key: string
  issuer: string | null
  password_hash: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  refresh_token_expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  scope: string | null
  created_at: Optional<Moment>
  updated_at: Optional<Moment>
}

export interface SignInChecksTable {
  id: Optional<string>
  identifier: string
  value: string
  expires_at: Moment
  created_at: Optional<Moment>
  updated_at: Optional<Moment>
}

export interface SignInFailuresTable {
  email_hash: string
  window_start: Moment
  failures: number
}

export interface SsoProvidersTable {
  id: Optional<string>
  key: string
  name: string
  discovery_url: string
  client_id: string
  client_secret: string
  scopes: Optional<string[]>
  role_claim: string | null
  role_map: Optional<Json>
  sign_up: Optional<boolean>
  enabled: Optional<boolean>
  created_at: Optional<Moment>
}

export interface TeamMembersTable {
  team_id: string
  person_id: string
}

export interface TeamsTable {
  id: Optional<string>
  key: string
  names: Json
  created_at: Optional<Moment>
}

export interface Tables {
  api_keys: ApiKeysTable
  audience_versions: AudienceVersionsTable
  audiences: AudiencesTable
  call_counts: CallCountsTable
  events: EventsTable
  form_drafts: FormDraftsTable
  idempotency_keys: IdempotencyKeysTable
  invitations: InvitationsTable
  memberships: MembershipsTable
  organisations: OrganisationsTable
  passkeys: PasskeysTable
  person_roles: PersonRolesTable
  persons: PersonsTable
  portal_versions: PortalVersionsTable
  portals: PortalsTable
  role_permissions: RolePermissionsTable
  roles: RolesTable
  schema_migrations: SchemaMigrationsTable
  second_factors: SecondFactorsTable
  sessions: SessionsTable
  settings: SettingsTable
  sign_in_accounts: SignInAccountsTable
  sign_in_checks: SignInChecksTable
  sign_in_failures: SignInFailuresTable
  sso_providers: SsoProvidersTable
  team_members: TeamMembersTable
  teams: TeamsTable
}
