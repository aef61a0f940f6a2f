import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from '../../kernel/ids.ts'

/**
 * The installation's secret: the one given, or one made at the first start and kept in the data folder, readable by its owner only.
 * Several machines must be given the same one (THEKE_SECRET).
 */
export function secretOf(given: string | undefined, dataFolder: string): string {
  if (given) return given
  const path = join(dataFolder, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(dataFolder, { recursive: true })
  const made = newSecret()
  writeFileSync(`${path}.new`, `${made}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return made
}
