import type { Readable } from 'node:stream'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { storeArticles } from '../store-articles.ts'
import { type Converted, convert, type Defaults, gather, type Refused } from './convert.ts'
import type { Entry, Read } from './entry.ts'
import { linkArticles, picturesIn, takePictures } from './links.ts'
import { adoptIds, idsOfKeys, readNames } from './store.ts'

/** Entries that are stored in one transaction: an import that is cut off keeps what it had finished, and is simply run again. */
const BATCH = 200
/** Reasons and changes that a report names one by one; all are counted. */
export const MOST_NAMED = 1000

/** What an import did, or on a dry run would do. */
export interface ImportReport {
  read: number
  added: number
  changed: number
  unchanged: number
  refused: number
  reasons: Refused[]
  /** External keys of what was added or changed, with the languages. */
  changes: { key: string; langs: string[]; isNew: boolean }[]
}

export interface ImportOptions extends Defaults {
  /** Does everything and takes it back: the report says what would happen. */
  isDryRun: boolean
  note: string | null
  /** Opens a picture of the source; absent: the source has none. */
  open?: ((path: string) => Promise<Readable | null>) | undefined
  progress?: (report: ImportReport) => Promise<void> | void
}

/** Raised to take a dry run's batch back; carries what it found out. */
class TakenBack extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('a dry run is taken back')
    this.report = report
  }
}

/** Takes over articles from a source, batch by batch. `inCtx` runs work in a transaction of its own. */
export async function importArticles(
  inCtx: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>,
  source: AsyncIterable<Read>,
  options: ImportOptions,
): Promise<ImportReport> {
  const total: ImportReport = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0, reasons: [], changes: [] }
  for await (const batch of batches(source)) {
    const report = await inCtx(async (ctx) => {
      const done = await takeOver(ctx, batch, options)
      if (options.isDryRun) throw new TakenBack(done)
      return done
    }).catch((error: unknown) => {
      if (error instanceof TakenBack) return error.report
      throw error
    })
    addUp(total, report)
    await options.progress?.(total)
  }
  return total
}

async function takeOver(ctx: Ctx, batch: Read[], options: ImportOptions): Promise<ImportReport> {
  const names = await readNames(ctx)
  const refused: Refused[] = []
  const converted: Converted[] = []
  for (const read of batch) {
    const outcome = 'problem' in read ? unreadable(read) : convert(linked(read, options), names, options)
    if ('key' in outcome) refused.push(outcome)
    else converted.push(outcome)
  }
  const articles = gather(converted)
  await adoptIds(
    ctx,
    articles.map((one) => one.externalKey),
  )
  if (options.open && !options.isDryRun) await takeAllPictures(ctx, articles, batch, options)
  const stored = await storeArticles(ctx, articles, options.note)
  return {
    read: batch.length,
    added: stored.filter((one) => one.isNew).length,
    changed: stored.filter((one) => !one.isNew && one.changed.length > 0).length,
    unchanged: stored.filter((one) => one.changed.length === 0).length,
    refused: refused.length,
    reasons: refused,
    changes: stored
      .filter((one) => one.changed.length > 0)
      .map((one) => ({ key: one.externalKey, langs: one.changed, isNew: one.isNew })),
  }
}

function linked(entry: Entry, { prefix }: ImportOptions): Entry {
  return { ...entry, body: linkArticles(entry.body, entry.where, prefix) }
}

function unreadable({ where, problem, detail }: Extract<Read, { problem: string }>): Refused {
  return {
    where,
    key: `knowledge.import.unreadable.${problem}` as TextKey,
    ...(detail ? { values: { detail } } : { values: { detail: '' } }),
  }
}

async function takeAllPictures(ctx: Ctx, articles: ReturnType<typeof gather>, batch: Read[], options: ImportOptions) {
  const paths = new Map(
    batch.flatMap((read) => ('problem' in read ? [] : [[options.prefix + read.id, read.where] as const])),
  )
  const known = await idsOfKeys(
    ctx,
    articles.map((one) => one.externalKey),
  )
  for (const article of articles) {
    const path = paths.get(article.externalKey) ?? ''
    if (article.translations.every(({ content }) => picturesIn(content.body, path).length === 0)) continue
    const id = known.get(article.externalKey) ?? newId()
    article.id = id
    for (const translation of article.translations) {
      const { body, files } = await takePictures(
        ctx,
        id,
        translation.content.body,
        path,
        options.open as NonNullable<typeof options.open>,
      )
      translation.content = { ...translation.content, body }
      article.files = files
    }
  }
}

async function* batches(source: AsyncIterable<Read>): AsyncIterable<Read[]> {
  let batch: Read[] = []
  for await (const read of source) {
    batch.push(read)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

function addUp(total: ImportReport, part: ImportReport) {
  total.read += part.read
  total.added += part.added
  total.changed += part.changed
  total.unchanged += part.unchanged
  total.refused += part.refused
  total.reasons.push(...part.reasons.slice(0, MOST_NAMED - total.reasons.length))
  total.changes.push(...part.changes.slice(0, MOST_NAMED - total.changes.length))
}
