import type { Readable } from 'node:stream'

/** Where contents of files live. Keys are made by {@link contentKey}; contents under one key never change. */
export interface FileStore {
  /** Takes over a complete local file. The content is durable when it resolves; before that nothing is visible under the key. */
  put(key: string, path: string, size: number, type: string): Promise<void>
  /** Undefined: there is nothing under this key. */
  open(key: string): Promise<{ content: Readable; size: number } | undefined>
  has(key: string): Promise<boolean>
  /** Removes the key and everything below it (`key/…`). */
  remove(key: string): Promise<void>
}

/** Key of a content: sharded, so that no folder grows without bound. */
export function contentKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

/** Key of a smaller rendition of a picture; stands beside its content and goes with it. */
export function renditionKey(sha256: string, width: number): string {
  return `${contentKey(sha256)}.renditions/${width}.webp`
}

/** Key under which all renditions of a content stand. */
export function renditionsKey(sha256: string): string {
  return `${contentKey(sha256)}.renditions`
}
