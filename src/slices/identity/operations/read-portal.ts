import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant } from '../../../kernel/schema.ts'
import { PortalDefinition } from '../portal-definition.ts'
import { PortalKey, PortalView } from '../portal-rules.ts'
import { textIn } from '../rules.ts'
import { findPortal, listPortalVersions } from '../store/portals.ts'

export const readPortal = defineOperation({
  name: 'identity.readPortal',
  summary: 'Read everything that is set for a portal, and its last versions.',
  kind: 'query',
  http: { method: 'GET', path: '/portals/{key}' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({ key: PortalKey }),
  output: PortalView.extend({
    versions: z.array(
      z.object({
        version: z.number(),
        changedAt: Instant,
        changedBy: z.string().nullable(),
        lines: z.array(z.string()),
      }),
    ),
  }),
  load: (ctx, { key }) => findPortal(ctx.db, key),
  async handle(ctx, _input, row) {
    const definition = PortalDefinition.parse(row.definition)
    const versions = await listPortalVersions(ctx.db, row.id)
    return {
      ...definition,
      id: row.id,
      key: row.key,
      name: textIn(definition.names, ctx.lang, row.key),
      isDefault: row.is_default,
      version: row.version,
      entryAudienceId: row.entry_audience_id,
      logoFileId: row.logo_file_id,
      versions: versions.map((one) => ({
        version: one.version,
        changedAt: one.changed_at,
        changedBy: one.changed_by,
        lines: linesOf(PortalDefinition.parse(one.definition)),
      })),
    }
  },
})

/** A definition as lines, for comparing. */
function linesOf({ names, langs, hosts, accent, signUp, home }: PortalDefinition): string[] {
  const texts = (one: object) => Object.values(one).join(' · ')
  return [
    texts(names),
    langs.join(', '),
    hosts.join(', '),
    `oklch(${accent.l} ${accent.c} ${accent.h})`,
    signUp ? '+' : '−',
    texts(home.greeting),
    texts(home.lead),
    texts(home.placeholder),
    ...home.asked.map((entry) => `${texts(entry.text)} → ${entry.link}`),
    ...home.tiles.map((tile) => `${texts(tile.title)} (${texts(tile.note)}) → ${tile.link}`),
    ...home.popular.map((entry) => `${texts(entry.text)} → ${entry.link}`),
  ].filter((line) => line !== '')
}
