import { z } from 'zod'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { formChoices } from '../../../forms/index.ts'
import { audienceChoices, portalChoices, teamChoices, textIn } from '../../../identity/index.ts'
import { RequestType, TypeKey } from '../../request-type.ts'
import { findType, listTypes } from '../../store/types.ts'

/** All kinds of requests, for whoever sets them up. */
export const listTypesForEditing = defineOperation({
  name: 'requests.listTypes',
  summary: 'List the kinds of requests, with what is promised for them',
  kind: 'query',
  http: { method: 'GET', path: '/request-types' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: z.object({}),
  output: z.object({ types: z.array(RequestType.extend({ name: z.string(), teamName: z.string().nullable() })) }),
  examples: [{ title: 'All kinds', input: {} }],
  async handle(ctx) {
    const teams = new Map((await teamChoices(ctx)).map((team) => [team.id, team.name]))
    return {
      types: (await listTypes(ctx.db)).map((type) => ({
        ...type,
        name: textIn(type.names, ctx.lang, type.key),
        teamName: (type.team && teams.get(type.team)) ?? null,
      })),
    }
  },
})

const Choice = z.object({ key: z.string(), name: z.string() })

/** A kind with what it may be made of. */
export const readType = defineOperation({
  name: 'requests.readType',
  summary: 'Read a kind of request, for changing it',
  kind: 'query',
  http: { method: 'GET', path: '/request-types/{key}' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: z.object({ key: TypeKey }),
  output: z.object({ type: RequestType, version: z.number() }),
  examples: [{ title: 'Incidents', input: { key: 'incident' } }],
  load: (ctx, { key }) => findType(ctx.db, key),
  handle: async (_ctx, _input, { version, ...type }) => ({ type, version }),
})

/** What kinds may be made of: portals, audiences, teams, forms. */
export const listTypeParts = defineOperation({
  name: 'requests.listTypeParts',
  summary: 'List portals, audiences, teams and forms that a kind of request may use',
  kind: 'query',
  http: { method: 'GET', path: '/request-type-parts' },
  channels: ['web', 'api'],
  requires: 'requests.manage',
  input: z.object({}),
  output: z.object({
    portals: z.array(Choice),
    forms: z.array(Choice),
    audiences: z.array(Choice.extend({ id: Id })),
    teams: z.array(Choice.extend({ id: Id })),
  }),
  examples: [{ title: 'Everything', input: {} }],
  handle: async (ctx) => ({
    portals: await portalChoices(ctx),
    forms: (await formChoices(ctx)).map(({ key, title }) => ({ key, name: title })),
    audiences: await audienceChoices(ctx),
    teams: await teamChoices(ctx),
  }),
})
