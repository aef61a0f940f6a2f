import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runNode } from './run.mjs'
import { say } from './say.mjs'

const stamp = join(root, 'dist', '.built')

/** Builds what browsers and Node run, unless dist/ already holds just that. @param {{ force?: boolean }} [options] */
export function ensureBuilt({ force = false } = {}) {
  const wanted = fingerprint()
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building …')
  rmSync(stamp, { force: true })
  runNode([join(root, 'scripts', 'lib', 'build.mjs')])
  writeFileSync(stamp, wanted)
}

/** Changes with every source file's name, size and time of change, and with the packages: quick to take. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'vite.config.ts', 'scripts/lib/build.mjs']) {
    hash.update(readFileSync(join(root, file)))
  }
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]test$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
