import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, stopProgram, untilReady } from './program.ts'

/**
 * Starts the built Theke with the demonstration content, on a free port and a data folder of its own, for the whole
 * run. THEKE_E2E_URL names one that already runs instead (quicker while a journey is being written).
 */
export default async function startTheke() {
  if (process.env['THEKE_E2E_URL']) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'theke-e2e-'))
  const program = await startProgram({ THEKE_DATA: folder, THEKE_DEMO: '1' })
  await untilReady(program)
  process.env['THEKE_E2E_URL'] = program.url
  return async () => {
    await stopProgram(program)
    rmSync(folder, { recursive: true, force: true })
  }
}
