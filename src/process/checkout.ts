import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that Theke was installed into: found upwards from the running file, built or not. */
export const checkout = find(import.meta.dirname)

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src'))) return folder
  const above = dirname(folder)
  return above === folder ? process.cwd() : find(above)
}
