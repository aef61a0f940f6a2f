import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromPackages, node, root } from './root.mjs'
import { giveUp, say } from './say.mjs'

const stamp = fromPackages('.theke-installed')

/**
 * Installs the packages when they are missing or are not those of the lock file. A broken-off installation leaves no
 * stamp and is done again.
 */
export function ensureInstalled() {
  const wanted = fingerprint()
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (existsSync(node) && matchesLock()) {
    writeFileSync(stamp, wanted)
    return
  }
  say('Installing packages (a minute or two the first time) …')
  rmSync(stamp, { force: true })
  // Without npm's own note an installation was broken off: packages may be half there.
  if (!existsSync(fromPackages('.package-lock.json'))) rmSync(fromPackages(''), { recursive: true, force: true })
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  // Not "npm ci": it insists on packages for other systems being in the lock file, which no registry has to offer.
  // Development packages belong to it: the program is built here.
  const result = spawnSync(
    command,
    [...args, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (result.status !== 0) {
    giveUp('The packages could not be installed. Check that this machine reaches the npm registry, then try again.')
  }
  if (!existsSync(node)) {
    giveUp(
      'The package "node" was installed without its program, because install scripts are switched off. Allow them with "npm config set ignore-scripts false" and try again.',
    )
  }
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** True when npm's own note of what it installed names the same versions as the lock file: installed by hand. */
function matchesLock() {
  const note = fromPackages('.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  )
}
