import { z } from 'zod'
import { Rule, type Rule as RuleType } from '../../kernel/audience.ts'
import { Id, Instant, LangSchema } from '../../kernel/schema.ts'
import { Texts } from './rules.ts'

/** Names in the interface's languages, at least in one. */
export const Names = Texts.refine((names) => Object.values(names).some((name) => name?.trim()), {
  error: 'identity.names.required',
})

/** A key that people type: small letters, digits, hyphens. */
export const Key = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'identity.key.form' })

/** Values of a fact about somebody, as administrators type them. */
export const FactValues = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}]+$/u),
  )
  .max(100)

/** Something with a key and a name in the reader's language: a role, a team, an organisation. */
export const Named = z.object({ id: Id, key: z.string(), name: z.string() })

export const PersonRow = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'deactivated', 'erased']),
  signIn: z.boolean(),
  roles: z.array(z.object({ key: z.string(), name: z.string() })),
})

export const PersonView = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  language: LangSchema,
  state: z.enum(['active', 'deactivated', 'erased']),
  signIn: z.boolean(),
  createdAt: Instant,
  roles: z.array(Named.extend({ throughSso: z.boolean() })),
  teams: z.array(Named),
  organisations: z.array(Named),
  products: z.array(z.string()),
  places: z.array(z.string()),
  stages: z.array(z.string()),
  tags: z.array(z.string()),
  waysToSignIn: z.object({
    password: z.boolean(),
    providers: z.array(z.string()),
    passkeys: z.number(),
    secondFactor: z.boolean(),
  }),
})

export const RoleView = Named.extend({ words: z.string(), builtIn: z.boolean(), permissions: z.array(z.string()) })

export const Permissions = z
  .array(
    z
      .string()
      .max(100)
      .regex(/^[a-z]+[.][a-z-]+$/),
  )
  .max(200)
  .default([])
  .transform((list) => [...new Set(list)])

export const ProviderView = z.object({
  key: z.string(),
  name: z.string(),
  discoveryUrl: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  roleClaim: z.string().nullable(),
  roleMap: z.record(z.string(), z.string()),
  signUp: z.boolean(),
  enabled: z.boolean(),
  /** The address to register at the provider. */
  callback: z.string(),
})

/**
 * A rule, not too large to be read and decided quickly. A plain object in the description of the API: a schema that refers to itself
 * cannot stand inside another one there.
 */
export const AudienceRule = z
  .record(z.string(), z.unknown())
  .describe(
    'One of {"all": [rules]}, {"any": [rules]}, {"not": rule}, {"signedIn": true}, {"fact": "role", "in": ["editor"]}; five levels at most',
  )
  .transform((value, check): RuleType => {
    const rule = Rule.safeParse(value)
    if (rule.success && sizeOf(rule.data) <= 200 && depthOf(rule.data) <= 5) return rule.data
    check.issues.push({ code: 'custom', input: value, message: 'identity.rule.tooLarge' })
    return z.NEVER
  })

/** What an audience is made of. */
export const AudienceContent = { names: Names, words: Texts.default({}), rule: AudienceRule }

function partsOf(rule: RuleType): RuleType[] {
  if ('all' in rule) return rule.all
  if ('any' in rule) return rule.any
  return 'not' in rule ? [rule.not] : []
}

function sizeOf(rule: RuleType): number {
  return 1 + partsOf(rule).reduce((sum, part) => sum + sizeOf(part), 0)
}

function depthOf(rule: RuleType): number {
  return 1 + Math.max(0, ...partsOf(rule).map(depthOf))
}
