import { z } from 'zod'
import { LangSchema } from '../../kernel/schema.ts'
import { Definition } from './definition.ts'

/** Name of a flow in addresses and documents. */
export const FlowKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: 'flows.key.form' })
  .describe('In addresses; an import finds a flow again by it')

export const Topic = z.partialRecord(LangSchema, z.string().trim().max(80)).default({})

/** Where a flow stands and whom it is for. */
export const PropertiesInput = {
  icon: z.string().max(60).default('route'),
  topic: Topic.describe('Heading under which it is listed, by language'),
  position: z.coerce.number().int().min(0).max(9999).default(0),
  audience: z.string().max(100).nullable().default(null).describe('Key of an audience; null: everybody'),
  portals: z.array(z.string().max(60)).max(20).default([]).describe('Keys of portals; empty: all'),
}

const PICTURE_MAX = 2_800_000

/** A whole flow in a file: properties, definition and pictures. What export gives and import takes. */
export const FlowDocument = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    format: z.literal('theke-flow/1'),
    key: FlowKey,
    ...PropertiesInput,
    definition: Definition,
    pictures: z
      .record(z.string().max(200), z.base64().max(PICTURE_MAX))
      .default({})
      .describe('Pictures by name, base64; steps name them in `picture.file`'),
  })
  .describe('Guided help of Theke: a decision tree with its texts, test cases and pictures')
export type FlowDocument = z.output<typeof FlowDocument>

/** The published JSON Schema of a document. */
export function documentSchema(address: string): object {
  return { ...z.toJSONSchema(FlowDocument, { io: 'input', reused: 'ref' }), $id: address, title: 'Theke flow' }
}
