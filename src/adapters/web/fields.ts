import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Files, StoredFile } from '../../kernel/files.ts'
import type { Fields } from '../../ui/page.ts'

/** A form as it came in: values by field name, in order, and stored files. */
export interface Submitted {
  values: Map<string, string[]>
  files: Map<string, StoredFile[]>
}

/** Reads a submitted form, url-encoded or multipart. Files go straight into the store; empty file fields are passed over. */
export async function readForm(request: FastifyRequest, files: () => Files, uploadLimit: number): Promise<Submitted> {
  const submitted: Submitted = { values: new Map(), files: new Map() }
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      submitted.values.set(
        name,
        [value].flat().map((one) => String(one).toWellFormed()),
      )
    return submitted
  }
  for await (const part of request.parts({
    limits: { fileSize: uploadLimit + 1, files: 20, fields: 500, fieldSize: 2_000_000 },
  })) {
    if (part.type === 'field') {
      add(submitted.values, part.fieldname, String(part.value).toWellFormed())
    } else if (part.filename) {
      add(
        submitted.files,
        part.fieldname,
        await files().receive(part.file, { name: part.filename, limit: uploadLimit, field: part.fieldname }),
      )
    } else {
      part.file.resume()
    }
  }
  return submitted
}

function add<T>(map: Map<string, T[]>, name: string, value: T) {
  const list = map.get(name)
  if (list) list.push(value)
  else map.set(name, [value])
}

/** The fields as pages read them. */
export function fieldsOf({ values, files }: Submitted): Fields {
  return {
    get: (name) => values.get(name)?.at(-1) ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    files: (name) => files.get(name) ?? [],
    optional: (name) => values.get(name)?.at(-1) || undefined,
  }
}

/** Fields that are never kept or shown again. */
const SECRET = /password|secret|code|token/i

/** The values to show again in a refused form: everything but secrets. */
export function shownAgain({ values }: Submitted): Record<string, string | string[]> {
  const shown: Record<string, string | string[]> = {}
  for (const [name, list] of values)
    if (!SECRET.test(name) && name !== 'action') shown[name] = list.length === 1 ? (list[0] as string) : list
  return shown
}
