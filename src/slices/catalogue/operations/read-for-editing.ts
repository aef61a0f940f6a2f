import { z } from 'zod'
import { may } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { LANGS } from '../../../kernel/lang.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Id, Instant } from '../../../kernel/schema.ts'
import { formChoices } from '../../forms/index.ts'
import { audienceChoices, namesOfPersons, personsWith, portalChoices } from '../../identity/index.ts'
import { Definition, textIn } from '../content.ts'
import { SERVICE_STATES } from '../rules.ts'
import { listCategories } from '../store/categories.ts'
import { findEditable } from '../store/services.ts'
import { listVersions } from '../store/versions.ts'

const Choice = z.object({ value: z.string(), label: z.string() })

/** A service for its editor, with everything that can be chosen. */
export const readForEditing = defineOperation({
  name: 'catalogue.readForEditing',
  summary: 'Read the newest version of a service, with what can be chosen for it',
  kind: 'query',
  http: { method: 'GET', path: '/catalogue/services/{id}' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({ id: Id }),
  output: z.object({
    id: Id,
    key: z.string(),
    state: z.enum(SERVICE_STATES),
    newestVersion: z.number(),
    publishedVersion: z.number().nullable(),
    position: z.number(),
    definition: Definition,
    versions: z.array(
      z.object({ version: z.number(), note: z.string().nullable(), by: z.string().nullable(), at: Instant }),
    ),
    related: z.array(Choice),
    choices: z.object({
      categories: z.array(Choice),
      audiences: z.array(Choice),
      owners: z.array(Choice),
      portals: z.array(Choice),
      forms: z.array(Choice),
    }),
    mayGiveAway: z.boolean(),
  }),
  load: (ctx, { id }) => findEditable(ctx, id),
  async handle(ctx, { id }, service) {
    const versions = await listVersions(ctx.db, id)
    return {
      id: service.id,
      key: service.key,
      state: service.state,
      newestVersion: service.newestVersion,
      publishedVersion: service.publishedVersion,
      position: service.position,
      definition: service.definition,
      versions: versions.map((one) => ({
        version: one.version,
        note: one.note,
        by: one.changed_by,
        at: one.changed_at,
      })),
      related: service.definition.related.map((group) => ({ value: group, label: titleOf(ctx, group) })),
      choices: await choices(ctx, service.definition),
      mayGiveAway: may(ctx.actor, 'catalogue.manage'),
    }
  },
})

async function choices(ctx: Ctx, { ownerId }: Definition) {
  const [categories, audiences, portals, owners, forms] = await Promise.all([
    listCategories(ctx.db),
    audienceChoices(ctx),
    portalChoices(ctx),
    personsWith(ctx, 'catalogue.own'),
    formChoices(ctx),
  ])
  const owner = ownerId && !owners.some((one) => one.id === ownerId) ? await namesOfPersons(ctx, [ownerId]) : new Map()
  return {
    categories: categories.map(({ id, key, titles }) => ({ value: id, label: textIn(titles, ctx.lang) || key })),
    audiences: audiences.map(({ id, name }) => ({ value: id, label: name })),
    forms: forms.map(({ key, title }) => ({ value: key, label: title })),
    portals: portals.map(({ key, name }) => ({ value: key, label: name })),
    owners: [
      ...[...owner].map(([value, label]) => ({ value, label })),
      ...owners.map(({ id, name }) => ({ value: id, label: name })),
    ],
  }
}

function titleOf(ctx: Ctx, group: string): string {
  const doc = [ctx.lang, ...LANGS].map((lang) => ctx.search.get(`${group}:${lang}`)).find(Boolean)
  return doc?.title ?? group
}
