import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { createFolderStore } from './folder-store.ts'
import { createS3Store } from './s3-store.ts'
import type { FileStore } from './store.ts'

/** Where this installation's files live, and the folder in which they arrive. */
export function openStore({ s3, dataFolder }: Pick<Config, 's3' | 'dataFolder'>): {
  store: FileStore
  temporaryFolder: string
} {
  return {
    store: s3 ? createS3Store(s3) : createFolderStore(join(dataFolder, 'files')),
    temporaryFolder: join(dataFolder, 'temporary'),
  }
}
