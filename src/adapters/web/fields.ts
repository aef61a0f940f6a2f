import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Files, StoredFile } from '../../kernel/files.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { storable } from '../../kernel/storable.ts'
import type { Fields } from '../../ui/page.ts'

/** A form as it came in: values by field name, in order, and stored files. */
export interface Submitted {
  values: Map<string, string[]>
  files: Map<string, StoredFile[]>
  /** Why a file was not taken. */
  refused: Refusal | null
}

/** Characters of all fields together: as much as a form without files may bring. */
export const MOST_TEXT = 4_000_000

/** What a page's forms take. */
interface Takes {
  files: Files
  /** Bytes a file. */
  limit: number
  types?: readonly string[] | undefined
}

/**
 * Reads a submitted form, url-encoded or multipart. Files go straight into the store, when the page takes any; empty file fields are passed
 * over. A file that is refused does not lose the rest of the form: the refusal is kept in `refused`.
 */
export async function readForm(request: FastifyRequest, takes: Takes | null): Promise<Submitted> {
  const submitted: Submitted = { values: new Map(), files: new Map(), refused: null }
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      for (const one of [value].flat()) add(submitted.values, textOf(name), textOf(one))
    return submitted
  }
  const limits = { fileSize: takes ? takes.limit + 1 : 1, files: 20, fields: 500, fieldSize: 2_000_000 }
  let text = 0
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      const value = textOf(part.value)
      text += part.fieldname.length + value.length
      if (text > MOST_TEXT) throw refuse.invalid([{ path: [], key: 'refusal.tooLong', values: { maximum: MOST_TEXT } }])
      add(submitted.values, textOf(part.fieldname), value)
    } else if (part.filename && takes && !submitted.refused) await receive(submitted, part, takes)
    else part.file.resume()
  }
  return submitted
}

async function receive(submitted: Submitted, part: MultipartFile, { files, limit, types }: Takes) {
  const options = { name: part.filename, limit, field: part.fieldname, ...(types ? { types } : {}) }
  try {
    add(submitted.files, part.fieldname, await files.receive(part.file, options))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    submitted.refused = error
    part.file.resume()
  }
}

/** As it can be kept: a form may be kept before any operation has seen it. */
const textOf = (value: unknown) => storable(String(value)) as string

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

/** Fields that are never kept or shown again; answers of forms may be called anything. */
const SECRET = /^(?!answers\.).*(password|secret|code|token)/i

/** The values to show again in a refused form: everything but secrets; files by `field.kept`, as `id name`. */
export function shownAgain({ values, files }: Submitted): Record<string, string | string[]> {
  const shown: Record<string, string | string[]> = {}
  for (const [name, list] of values)
    if (!SECRET.test(name) && name !== 'action') shown[name] = list.length === 1 ? (list[0] as string) : list
  for (const [name, list] of files) {
    const kept = `${name}.kept`
    shown[kept] = [...(values.get(kept) ?? []), ...list.map((file) => `${file.id} ${file.name}`)]
  }
  return shown
}
