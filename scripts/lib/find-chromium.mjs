import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

const VARIABLES = ['CHROMIUM_PATH', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/opt/google/chrome/chrome']

/** A browser for the tests: the one named in the environment, Playwright's own, or the system's; undefined when there is none. */
export function findChromium() {
  const named = VARIABLES.map((name) => process.env[name])
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...named, playwrightsOwn(), ...installed, ...ELSEWHERE].find(isProgram)
}

function playwrightsOwn() {
  try {
    return createRequire(join(root, 'package.json'))('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

/** @param {string | undefined} path */
function isProgram(path) {
  try {
    accessSync(path ?? '', constants.X_OK)
    return Boolean(path)
  } catch {
    return false
  }
}
