import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { type Program, startProgram, until } from '../program.ts'

/** Starts programs on a data folder whose path has a space, and leaves nothing of them behind. */
export const test = base.extend<{ folder: string; start(environment?: Record<string, string>): Promise<Program> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'theke bad luck '))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  start: async ({ folder }, use) => {
    const programs: Program[] = []
    await use(async (environment = {}) => {
      const program = await startProgram({ THEKE_DATA: folder, THEKE_DEMO: '0', ...environment })
      programs.push(program)
      return program
    })
    for (const program of programs) {
      program.child.kill('SIGKILL')
      await program.exited
    }
    await until(() => !serverRuns(folder), 'the database server was left behind')
  },
})

/** The number of the embedded database's server process; 0 when there is none. */
export function serverPid(folder: string) {
  try {
    return Number(readFileSync(join(folder, 'postgres', '18', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

/** Whether that process is alive. */
export function serverRuns(folder: string) {
  const pid = serverPid(folder)
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
