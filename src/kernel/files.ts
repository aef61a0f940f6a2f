import type { Readable } from 'node:stream'

/** A stored file. Its type was found out from its content, never believed from its name. */
export interface StoredFile {
  id: string
  name: string
  /** Media type, from the content. */
  type: string
  /** Bytes. */
  size: number
  /** SHA-256 of the content, hex. */
  sha256: string
  /** Pixels, of pictures. */
  width: number | null
  height: number | null
  /** Alternative text is with the use, not with the file. */
  createdAt: Date
  /** What it belongs to, e.g. `article:UUID`; null while nobody has claimed it (removed after a day). */
  owner: string | null
}

/** Where uploads and attachments live: a folder or an S3-compatible store, with their records in the database. */
export interface Files {
  /**
   * Stores a stream: counts, hashes and recognises it while it passes. Refuses (`invalid`) what is too large or of a type that is not
   * allowed; leaves nothing behind when it refuses. `field`: beside which field of a form the refusal stands (default `file`).
   */
  receive(
    content: Readable,
    options: { name: string; limit?: number; types?: readonly string[]; field?: string },
  ): Promise<StoredFile>
  find(id: string): Promise<StoredFile | undefined>
  /**
   * Gives unclaimed files of the actor to a thing; files of somebody else are refused as not found. `from`: files that belong to this thing
   * are passed on too, e.g. from a draft to what became of it.
   */
  claim(ids: string[], owner: string, from?: string): Promise<void>
  /** Files of a thing, oldest first. */
  of(owner: string): Promise<StoredFile[]>
  open(id: string): Promise<Readable>
  /** A smaller rendition of a picture as WebP, at most `width` pixels wide; made once and kept. */
  rendition(id: string, width: number): Promise<{ content: Readable; type: string; size: number }>
  remove(id: string): Promise<void>
}
