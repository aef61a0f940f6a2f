import { z } from 'zod'
import { FormFile } from '../forms/index.ts'
import { Definition } from './content.ts'

/** A service as a file. What only this installation knows (ids of people, pictures, articles) stays behind. */
export const ServiceFile = z.object({
  kind: z.literal('theke.service'),
  version: z.literal(1),
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  category: z.string().nullable().describe('Key of its category'),
  audience: z.string().nullable().describe('Key of the audience that may order it'),
  definition: Definition.omit({ categoryId: true, audienceId: true, ownerId: true, pictureId: true, related: true }),
  form: FormFile.optional().describe('The form that is filled in when ordering, as its own file'),
})
export type ServiceFile = z.output<typeof ServiceFile>
