import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../../kernel/ids.ts'
import type { FileStore } from './store.ts'

/** Contents in a folder: written beside under another name, flushed to the disk, then renamed. */
export function createFolderStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, ...key.split('/'))

  return {
    async put(key, path) {
      const target = pathOf(key)
      await mkdir(dirname(target), { recursive: true })
      const arriving = `${target}.${newId()}.part`
      try {
        await moveTo(path, arriving)
        await flush(arriving)
        await rename(arriving, target)
        await flush(dirname(target))
      } catch (error) {
        await rm(arriving, { force: true })
        throw error
      }
    },

    async open(key) {
      try {
        const handle = await open(pathOf(key))
        const { size } = await handle.stat()
        return { content: handle.createReadStream(), size }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },

    has: (key) =>
      stat(pathOf(key)).then(
        () => true,
        () => false,
      ),

    async remove(key) {
      await rm(pathOf(key), { force: true, recursive: true })
    },
  }
}

async function moveTo(from: string, to: string) {
  try {
    await rename(from, to)
  } catch (error) {
    // The temporary folder may be on another disk.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await copyFile(from, to)
  }
}

async function flush(path: string) {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
