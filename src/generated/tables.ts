// Written by "npm run generate" from the migrated database. Do not edit.
// Fingerprint: 465200f5ef05b72b f6320fe269bc39e1
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Arrives as a value; is written as text, because the driver would turn a list into an SQL array. */
type Json = ColumnType<JsonValue, string, string>
type Moment = ColumnType<Date, Date | string, Date | string>
/** May be left out when a row is inserted. */
type Optional<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : Generated<T>

export interface AnswerDraftsTable {
  id: Optional<string>
  form_id: string
  form_version: number
  owner_id: string | null
  purpose: Json
  answers: Optional<Json>
  created_at: Optional<Moment>
  changed_at: Optional<Moment>
}

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

export interface ApprovalAsksTable {
  id: string
  step_id: string
  item_id: string
  person_id: string
  via: 'named' | 'manager' | 'substitute' | 'fallback' | 'overseer' | 'escalation'
  outcome: 'approved' | 'declined' | 'repeated' | 'released' | null
  decided_by: string | null
  decided_through: string | null
  reason: string | null
  asked_at: Moment
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface ApprovalStepsTable {
  id: string
  item_id: string
  stage: number
  position: number
  key: string
  state: 'ahead' | 'asking' | 'approved' | 'declined' | 'skipped' | 'unneeded'
  why: 'condition' | 'repeated' | 'nobody' | 'lapsed' | 'elsewhere' | null
  need: 'any' | 'all'
  asked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  remind_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  reminded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  escalate_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  escalated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  lapse_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface ArticleAttachmentsTable {
  article_id: string
  file_id: string
  name: string
  type: string
  size: number
  lang: 'de' | 'en' | 'el' | null
  position: Optional<number>
}

export interface ArticleDraftsTable {
  article_id: string
  lang: string
  person_id: string
  base: number
  content: Json
  saved_at: Optional<Moment>
}

export interface ArticleFeedbackTable {
  id: Optional<string>
  article_id: string
  lang: string
  version: number
  is_helpful: boolean
  reason: 'missing' | 'wrong' | 'unclear' | 'other_question' | null
  comment: string | null
  portal: string
  at: Optional<Moment>
  handled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  handled_by: string | null
}

export interface ArticleLinksTable {
  article_id: string
  lang: string
  target: string
  article_target: string | null
  words: Optional<string>
}

export interface ArticlePresenceTable {
  article_id: string
  lang: string
  person_id: string
  seen_at: Moment
}

export interface ArticleProductsTable {
  article_id: string
  product_id: string
}

export interface ArticlePublicationsTable {
  article_id: string
  lang: string
  version: number
  title: string
  summary: string
  html: string
  symptom_html: Optional<string>
  cause_html: Optional<string>
  workaround_html: Optional<string>
  fixed_in: Optional<string>
  contents: Optional<Json>
  plain: string
  keywords: Optional<string[]>
  tags: Optional<string[]>
  linked_ids: Optional<string[]>
  first_published_at: Moment
  published_at: Moment
  published_by: string | null
}

export interface ArticleTranslationsTable {
  article_id: string
  lang: 'de' | 'en' | 'el'
  slug: string
  state: Optional<'draft' | 'in_review' | 'scheduled' | 'published' | 'archived'>
  head: number
  published_version: number | null
  publish_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  submitted_by: string | null
  submitted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  review_note: string | null
}

export interface ArticleVersionsTable {
  article_id: string
  lang: string
  number: number
  title: string
  summary: Optional<string>
  body: Optional<string>
  symptom: Optional<string>
  cause: Optional<string>
  workaround: Optional<string>
  fixed_in: Optional<string>
  keywords: Optional<string[]>
  tags: Optional<string[]>
  author_id: string | null
  note: string | null
  created_at: Optional<Moment>
}

export interface ArticlesTable {
  id: Optional<string>
  external_key: string | null
  kind: 'faq' | 'how-to' | 'known-error' | 'policy' | 'manual' | 'news'
  category_id: string | null
  original_lang: 'de' | 'en' | 'el'
  owner_id: string | null
  audience_id: string | null
  portals: Optional<string[]>
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  expiry_reminded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  checked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  checked_by: string | null
  check_every: number | null
  check_due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  check_reminded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_by: string | null
  created_at: Optional<Moment>
  changed_at: Optional<Moment>
  origin: string | null
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

export interface CartItemsTable {
  id: Optional<string>
  cart_id: string
  service_id: string
  quantity: Optional<number>
  form_id: string | null
  form_version: number | null
  answers: Optional<Json>
  price: Json
  held_id: string | null
  added_at: Optional<Moment>
  names: Optional<Json>
}

export interface CartsTable {
  id: Optional<string>
  person_id: string
  portal: string
  beneficiary_id: string | null
  round: Optional<number>
  changed_at: Optional<Moment>
}

export interface CategoriesTable {
  id: Optional<string>
  key: string
  parent_id: string | null
  path: string[]
  position: Optional<number>
  icon: Optional<string>
  audience_id: string | null
  portals: Optional<string[]>
  created_at: Optional<Moment>
}

export interface CategoryTranslationsTable {
  category_id: string
  lang: 'de' | 'en' | 'el'
  title: string
  description: Optional<string>
  slug: string
}

export interface CostCentresTable {
  id: Optional<string>
  key: string
  names: Json
  owner_id: string | null
  created_at: Optional<Moment>
}

export interface DemonstrationLoadsTable {
  slice: string
  loaded_at: Optional<Moment>
}

export interface DeskAgentsTable {
  person_id: string
  types: Optional<string[]>
  langs: Optional<string[]>
  away_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  last_given_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  capacity: number | null
}

export interface DeskMacrosTable {
  id: Optional<string>
  name: string
  steps: Json
  team_id: string | null
  changed_at: Optional<Moment>
  owner_id: string | null
}

export interface DeskSeatsTable {
  request_id: string
  person_id: string
  seen_at: Moment
  writing_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  draft: Optional<string>
  draft_as: Optional<'answer' | 'note'>
}

export interface DeskTeamsTable {
  team_id: string
  assignment: Optional<'manual' | 'balanced'>
}

export interface DeskTemplatesTable {
  id: Optional<string>
  name: string
  bodies: Json
  team_id: string | null
  changed_at: Optional<Moment>
  owner_id: string | null
}

export interface DeskViewsTable {
  id: Optional<string>
  owner_id: string
  team_id: string | null
  name: string
  filter: Json
  created_at: Optional<Moment>
}

export interface DocumentPagesTable {
  document_id: string
  number: number
  heading: string | null
  text: string
}

export interface DocumentsTable {
  id: Optional<string>
  external_key: string | null
  lang: 'de' | 'en' | 'el'
  title: string
  description: Optional<string>
  category_id: string | null
  owner_id: string | null
  audience_id: string | null
  portals: Optional<string[]>
  file_id: string
  file_name: string
  file_type: string
  file_size: number
  state: Optional<'waiting' | 'ready' | 'failed'>
  problem: 'encrypted' | 'damaged' | 'too_large' | 'no_text' | 'unsupported' | 'too_slow' | null
  page_count: Optional<number>
  is_paged: Optional<boolean>
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_by: string | null
  created_at: Optional<Moment>
  changed_at: Optional<Moment>
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

export interface FileLeftoversTable {
  id: GeneratedAlways<number>
  sha256: string
  noted_at: Optional<Moment>
}

export interface FilesTable {
  id: Optional<string>
  name: string
  type: string
  size: number
  sha256: string
  width: number | null
  height: number | null
  person_id: string | null
  owner: string | null
  created_at: Optional<Moment>
}

export interface FlowJourneysTable {
  id: Optional<string>
  flow_id: string
  version: number
  person_id: string | null
  portal: string
  at_step: string
  trail: Optional<Json>
  ended: Optional<boolean>
  helped: boolean | null
  changed_at: Optional<Moment>
  created_at: Optional<Moment>
}

export interface FlowMovesTable {
  flow_id: string
  version: number
  from_step: string
  to_step: string
  moves: Optional<number>
}

export interface FlowVersionsTable {
  flow_id: string
  version: number
  definition: Json
  note: Optional<string>
  published_at: Optional<Moment>
  published_by: string | null
}

export interface FlowsTable {
  id: Optional<string>
  key: string
  icon: Optional<string>
  topic: Optional<Json>
  position: Optional<number>
  audience_id: string | null
  portals: Optional<string[]>
  draft: Json
  draft_revision: Optional<number>
  version: number | null
  changed_at: Optional<Moment>
  changed_by: string | null
  created_at: Optional<Moment>
}

export interface FormDraftsTable {
  id: Optional<string>
  secret_hash: string
  path: string
  fields: Json
  created_at: Optional<Moment>
}

export interface FormVersionsTable {
  form_id: string
  version: number
  definition: Json
  author_id: string | null
  saved_at: Optional<Moment>
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface FormsTable {
  id: Optional<string>
  key: string
  version: Optional<number>
  published_version: number | null
  archived_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: Optional<Moment>
  changed_at: Optional<Moment>
}

export interface FulfilmentWorkTable {
  id: string
  item_id: string
  request_id: string
  stage: number
  position: number
  key: string
  kind: 'task' | 'webhook' | 'effect'
  title: Json
  instructions: ColumnType<JsonValue | null, string | null | undefined, string | null>
  team_id: string | null
  assignee_id: string | null
  checklist: Optional<Json>
  state: 'ahead' | 'open' | 'done' | 'failed' | 'unneeded'
  opened_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  ended_by: string | null
  reason: string | null
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface HeldServicesTable {
  id: Optional<string>
  person_id: string
  service_id: string
  item_id: string | null
  names: Json
  quantity: number
  price: Json
  form_id: string | null
  form_version: number | null
  answers: Optional<Json>
  state: Optional<'active' | 'ending' | 'ended'>
  since: string
  ends_on: string | null
  cancelled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: Optional<Moment>
  once_key: string | null
  first_item_id: string | null
  request_reference: string | null
}

export interface IdempotencyKeysTable {
  key: string
  operation: string
  input_hash: string
  answer: ColumnType<JsonValue | null, string | null | undefined, string | null>
  created_at: Optional<Moment>
}

export interface ImportsTable {
  id: Optional<string>
  file_id: string
  file_name: string
  lang: 'de' | 'en' | 'el' | null
  kind: string
  prefix: Optional<string>
  is_dry_run: boolean
  state: Optional<'waiting' | 'done' | 'failed'>
  report: ColumnType<JsonValue | null, string | null | undefined, string | null>
  problem: 'nothing_readable' | 'damaged' | 'too_large' | null
  created_by: string | null
  created_at: Optional<Moment>
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
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

export interface KnownErrorsTable {
  id: Optional<string>
  number: Optional<number>
  title: string
  words: Optional<string>
  state: Optional<'open' | 'solved'>
  team_id: string | null
  raised_by: string | null
  created_at: Optional<Moment>
  changed_at: Optional<Moment>
  solved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  announcement: ColumnType<JsonValue | null, string | null | undefined, string | null>
  announced_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  announced_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  audience_id: string | null
  portals: Optional<string[]>
  service_key: string | null
}

export interface LinkChecksTable {
  url: string
  checked_at: Moment
  is_broken: boolean
  status: number | null
  problem: string | null
  failures: Optional<number>
}

export interface MailsTable {
  id: Optional<string>
  to_email: string
  to_name: string | null
  lang: string
  subject: string
  body_text: string
  body_html: string | null
  headers: Optional<Json>
  about: string | null
  state: Optional<'queued' | 'sent' | 'failed' | 'kept'>
  tries: Optional<number>
  error: string | null
  created_at: Optional<Moment>
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface MeaningsTable {
  id: string
  model: string
  digest: string
  vector: Buffer
  made_at: Moment
}

export interface MembershipsTable {
  organisation_id: string
  person_id: string
  since: Optional<Moment>
}

export interface MissingQuestionDaysTable {
  question_id: string
  day: string
  times: Optional<number>
}

export interface MissingQuestionsTable {
  id: Optional<string>
  portal: string
  lang: 'de' | 'en' | 'el'
  question: string
  times: Optional<number>
  first_asked_on: string
  last_asked_on: string
  state: Optional<'open' | 'settled'>
  settled_how: 'article' | 'synonym' | 'not_ours' | null
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface NotificationPreferencesTable {
  person_id: string
  kind: string
  way: 'both' | 'portal' | 'mail' | 'digest' | 'none'
}

export interface NotificationsTable {
  id: Optional<string>
  person_id: string
  event_id: number
  kind: string
  portal: string
  title: Json
  body: ColumnType<JsonValue | null, string | null | undefined, string | null>
  path: string
  in_portal: boolean
  in_digest: Optional<boolean>
  read_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: Optional<Moment>
}

export interface OrderItemStatesTable {
  id: Optional<string>
  item_id: string
  state: string
  note: string | null
  by_id: string | null
  at: Optional<Moment>
}

export interface OrderItemsTable {
  id: Optional<string>
  order_id: string
  position: number
  service_id: string
  service_version: number
  names: Json
  quantity: number
  price: Json
  form_id: string | null
  form_version: number | null
  answers: Optional<Json>
  approval: ColumnType<JsonValue | null, string | null | undefined, string | null>
  fulfilment: ColumnType<JsonValue | null, string | null | undefined, string | null>
  purpose: Optional<'order' | 'change'>
  held_id: string | null
  state: Optional<'ordered' | 'approval' | 'fulfilment' | 'delivered' | 'declined' | 'cancelled'>
  promised_on: string | null
  changed_at: Optional<Moment>
  told_state: string | null
}

export interface OrdersTable {
  id: Optional<string>
  number: Optional<number>
  requester_id: string | null
  beneficiary_id: string | null
  portal: string
  lang: string
  request_id: string | null
  note: string | null
  once_key: string
  currency: string
  once_cents: number
  monthly_cents: number
  ordered_at: Optional<Moment>
  changed_at: Optional<Moment>
  request_reference: string | null
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
  manager_id: string | null
  cost_centre_id: string | null
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

export interface ProductsTable {
  id: Optional<string>
  key: string
  icon: Optional<string>
  titles: Json
  portals: Optional<string[]>
  position: Optional<number>
}

export interface ReaderExperienceTable {
  thing: string
  helped: Optional<number>
  needed: Optional<number>
  at: Moment
}

export interface RephrasingsTable {
  id: Optional<string>
  lang: 'de' | 'en' | 'el'
  failed: string
  succeeded: string
  times: Optional<number>
  last_on: string
  dismissed: Optional<boolean>
}

export interface RequestEntriesTable {
  id: Optional<string>
  request_id: string
  kind: 'message' | 'note' | 'state' | 'assignment' | 'approval' | 'task' | 'promise' | 'share' | 'link'
  side: 'requester' | 'desk' | 'system'
  author_id: string | null
  author_name: string | null
  body: string | null
  to_state: 'new' | 'approval' | 'open' | 'waiting' | 'solved' | 'closed' | null
  file_ids: Optional<string[]>
  at: Optional<Moment>
  internal: Optional<boolean>
  detail: Optional<Json>
  origin_id: string | null
}

export interface RequestItemsTable {
  id: Optional<string>
  request_id: string
  key: string
  title: Json
  amount_cents: number | null
  currency: string | null
  requester_id: string | null
  beneficiary_id: string | null
  answers: Optional<Json>
  shown: Optional<Json>
  approval: Json
  fulfilment: Json
  state: 'approval' | 'fulfilment' | 'finished' | 'declined' | 'cancelled'
  approval_stage: Optional<number>
  fulfilment_stage: Optional<number>
  created_at: Optional<Moment>
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface RequestMergesTable {
  id: Optional<string>
  request_id: string
  into_id: string
  state: string
  assignee_id: string | null
  by_id: string | null
  at: Moment
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface RequestPacesTable {
  type: string
  priority: number
  cases: number
  half: number
  most: number
  worked_out_at: Optional<Moment>
  team_id: string | null
}

export interface RequestRatingsTable {
  request_id: string
  score: number
  comment: string | null
  type: string
  service_key: string | null
  channel: string
  at: Optional<Moment>
}

export interface RequestSharesTable {
  id: Optional<string>
  request_id: string
  person_id: string | null
  role_id: string | null
  copied: Optional<boolean>
  shared_by: string | null
  at: Optional<Moment>
}

export interface RequestTypeProcessesTable {
  type: string
  approval: Json
  fulfilment: Json
  version: Optional<number>
  changed_by: string | null
  changed_at: Optional<Moment>
}

export interface RequestTypesTable {
  key: string
  names: Json
  words: Optional<Json>
  icon: Optional<string>
  position: Optional<number>
  offered: Optional<boolean>
  retired: Optional<boolean>
  portals: Optional<string[]>
  audience_id: string | null
  anonymous: Optional<boolean>
  confidential: Optional<boolean>
  form_key: string | null
  team_id: string | null
  state_words: Optional<Json>
  matrix: Optional<Json>
  priority: Optional<number>
  targets: Optional<Json>
  reopen_days: Optional<number>
  version: Optional<number>
  changed_at: Optional<Moment>
  team_only: Optional<boolean>
}

export interface RequestViewsTable {
  id: Optional<string>
  person_id: string
  name: string
  filter: Json
  created_at: Optional<Moment>
}

export interface RequestWatchersTable {
  request_id: string
  person_id: string
  at: Optional<Moment>
}

export interface RequestsTable {
  id: Optional<string>
  number: Optional<number>
  type: Optional<string>
  state: Optional<'new' | 'approval' | 'open' | 'waiting' | 'solved' | 'closed'>
  ending: 'solved' | 'withdrawn' | 'declined' | 'merged' | null
  subject: string
  requester_id: string | null
  contact_name: string | null
  contact_email: string | null
  portal: string
  lang: string
  channel: string
  handed_over: Optional<Json>
  assignee_id: string | null
  promised_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  link_version: Optional<number>
  form_key: string | null
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  changed_at: Optional<Moment>
  created_at: Optional<Moment>
  priority: Optional<number>
  impact: number | null
  urgency: number | null
  team_id: string | null
  beneficiary_id: string | null
  organisation_id: string | null
  service_key: string | null
  form_id: string | null
  form_version: number | null
  answers: Optional<Json>
  first_response_by: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  resolve_by: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  promise_reason: string | null
  paused_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  paused_minutes: Optional<number>
  slip_warned_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  slip_told_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  solved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  worked_minutes: number | null
  callback_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  callback_number: string | null
  tags: Optional<string[]>
  merged_into_id: string | null
  known_error_id: string | null
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
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

export interface ServiceAnnouncementServicesTable {
  announcement_id: string
  service_id: string
}

export interface ServiceAnnouncementUpdatesTable {
  id: Optional<string>
  announcement_id: string
  texts: Json
  by_id: string | null
  at: Optional<Moment>
}

export interface ServiceAnnouncementsTable {
  id: Optional<string>
  kind: 'disturbed' | 'down' | 'maintenance'
  titles: Json
  texts: Optional<Json>
  audience_id: string | null
  starts_at: Moment
  expected_end: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_by: string | null
  created_at: Optional<Moment>
  incident_id: string | null
  incident_reference: string | null
  portals: Optional<string[]>
}

export interface ServiceCategoriesTable {
  id: Optional<string>
  key: string
  icon: Optional<string>
  position: Optional<number>
  titles: Json
  descriptions: Optional<Json>
  created_at: Optional<Moment>
}

export interface ServiceFavouritesTable {
  person_id: string
  service_id: string
  at: Optional<Moment>
}

export interface ServiceVersionsTable {
  service_id: string
  version: number
  definition: Json
  note: string | null
  changed_by: string | null
  changed_at: Optional<Moment>
}

export interface ServicesTable {
  id: Optional<string>
  key: string
  state: Optional<'draft' | 'published' | 'retired'>
  newest_version: Optional<number>
  published_version: number | null
  definition: Json
  category_id: string | null
  portals: Optional<string[]>
  audience_id: string | null
  refusal_shown: Optional<boolean>
  owner_id: string | null
  price_kind: 'free' | 'once' | 'recurring' | 'both'
  position: Optional<number>
  changed_at: Optional<Moment>
  created_at: Optional<Moment>
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

export interface SetUpTable {
  only_one: Optional<boolean>
  code_seed: string | null
  code_hash: string | null
  done_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface SetUpDraftsTable {
  secret_hash: string
  answers: Optional<Json>
  created_at: Optional<Moment>
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

export interface SlugHistoryTable {
  slug: string
  lang: string
  article_id: string
  until: Optional<Moment>
}

export interface SolvedBeforeWritingTable {
  id: Optional<string>
  form_key: string | null
  person_id: string | null
  portal: string
  lang: string
  type: string
  subject: string
  read: Optional<Json>
  at: Optional<Moment>
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

export interface SubstitutionsTable {
  id: Optional<string>
  person_id: string
  substitute_id: string
  from_day: string
  until_day: string
  note: string | null
  created_by: string | null
  created_at: Optional<Moment>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface SynonymSetsTable {
  id: Optional<string>
  lang: 'de' | 'en' | 'el' | null
  words: string[]
  changed_at: Optional<Moment>
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

export interface WebhookAttemptsTable {
  id: Optional<string>
  delivery_id: string
  at: Moment
  milliseconds: number
  status: number | null
  answer: string
}

export interface WebhookDeliveriesTable {
  id: Optional<string>
  webhook_id: string
  work_id: string | null
  request_id: string | null
  body: string
  state: Optional<'waiting' | 'delivered' | 'failed'>
  attempts: Optional<number>
  next_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: Optional<Moment>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface WebhooksTable {
  id: Optional<string>
  key: string
  title: string
  url: string
  secret: string
  previous_secret: string | null
  previous_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  is_on: Optional<boolean>
  created_at: Optional<Moment>
}

export interface WordExperienceTable {
  lang: 'de' | 'en' | 'el'
  word: string
  thing: string
  helped: Optional<number>
  failed: Optional<number>
  at: Moment
}

export interface Tables {
  answer_drafts: AnswerDraftsTable
  api_keys: ApiKeysTable
  approval_asks: ApprovalAsksTable
  approval_steps: ApprovalStepsTable
  article_attachments: ArticleAttachmentsTable
  article_drafts: ArticleDraftsTable
  article_feedback: ArticleFeedbackTable
  article_links: ArticleLinksTable
  article_presence: ArticlePresenceTable
  article_products: ArticleProductsTable
  article_publications: ArticlePublicationsTable
  article_translations: ArticleTranslationsTable
  article_versions: ArticleVersionsTable
  articles: ArticlesTable
  audience_versions: AudienceVersionsTable
  audiences: AudiencesTable
  call_counts: CallCountsTable
  cart_items: CartItemsTable
  carts: CartsTable
  categories: CategoriesTable
  category_translations: CategoryTranslationsTable
  cost_centres: CostCentresTable
  demonstration_loads: DemonstrationLoadsTable
  desk_agents: DeskAgentsTable
  desk_macros: DeskMacrosTable
  desk_seats: DeskSeatsTable
  desk_teams: DeskTeamsTable
  desk_templates: DeskTemplatesTable
  desk_views: DeskViewsTable
  document_pages: DocumentPagesTable
  documents: DocumentsTable
  events: EventsTable
  file_leftovers: FileLeftoversTable
  files: FilesTable
  flow_journeys: FlowJourneysTable
  flow_moves: FlowMovesTable
  flow_versions: FlowVersionsTable
  flows: FlowsTable
  form_drafts: FormDraftsTable
  form_versions: FormVersionsTable
  forms: FormsTable
  fulfilment_work: FulfilmentWorkTable
  held_services: HeldServicesTable
  idempotency_keys: IdempotencyKeysTable
  imports: ImportsTable
  invitations: InvitationsTable
  known_errors: KnownErrorsTable
  link_checks: LinkChecksTable
  mails: MailsTable
  meanings: MeaningsTable
  memberships: MembershipsTable
  missing_question_days: MissingQuestionDaysTable
  missing_questions: MissingQuestionsTable
  notification_preferences: NotificationPreferencesTable
  notifications: NotificationsTable
  order_item_states: OrderItemStatesTable
  order_items: OrderItemsTable
  orders: OrdersTable
  organisations: OrganisationsTable
  passkeys: PasskeysTable
  person_roles: PersonRolesTable
  persons: PersonsTable
  portal_versions: PortalVersionsTable
  portals: PortalsTable
  products: ProductsTable
  reader_experience: ReaderExperienceTable
  rephrasings: RephrasingsTable
  request_entries: RequestEntriesTable
  request_items: RequestItemsTable
  request_merges: RequestMergesTable
  request_paces: RequestPacesTable
  request_ratings: RequestRatingsTable
  request_shares: RequestSharesTable
  request_type_processes: RequestTypeProcessesTable
  request_types: RequestTypesTable
  request_views: RequestViewsTable
  request_watchers: RequestWatchersTable
  requests: RequestsTable
  role_permissions: RolePermissionsTable
  roles: RolesTable
  schema_migrations: SchemaMigrationsTable
  second_factors: SecondFactorsTable
  service_announcement_services: ServiceAnnouncementServicesTable
  service_announcement_updates: ServiceAnnouncementUpdatesTable
  service_announcements: ServiceAnnouncementsTable
  service_categories: ServiceCategoriesTable
  service_favourites: ServiceFavouritesTable
  service_versions: ServiceVersionsTable
  services: ServicesTable
  sessions: SessionsTable
  set_up: SetUpTable
  set_up_drafts: SetUpDraftsTable
  settings: SettingsTable
  sign_in_accounts: SignInAccountsTable
  sign_in_checks: SignInChecksTable
  sign_in_failures: SignInFailuresTable
  slug_history: SlugHistoryTable
  solved_before_writing: SolvedBeforeWritingTable
  sso_providers: SsoProvidersTable
  substitutions: SubstitutionsTable
  synonym_sets: SynonymSetsTable
  team_members: TeamMembersTable
  teams: TeamsTable
  webhook_attempts: WebhookAttemptsTable
  webhook_deliveries: WebhookDeliveriesTable
  webhooks: WebhooksTable
  word_experience: WordExperienceTable
}
