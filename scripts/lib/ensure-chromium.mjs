import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium.mjs'
import { run } from './run.mjs'
import { giveUp, say } from './say.mjs'

/** Finds a browser or gets one: Debian's as root, else Playwright's own. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    say('Installing Chromium for the browser tests …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env, mayFail: true })
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, mayFail: true })
  } else {
    say('Fetching a browser for the browser tests …')
    run('playwright', ['install', 'chromium'], { mayFail: true })
  }
  const installed = findChromium()
  if (installed) return installed
  return giveUp(
    'The browser tests need Chromium and it could not be installed. Install it ("apt-get install chromium" as root, or Google Chrome), or set CHROMIUM_PATH to its program, then run npm test again.',
  )
}
