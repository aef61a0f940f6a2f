import { spawn, spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { node, root } from './root.mjs'

/** The environment for programs of the checkout: the pinned Node and the installed programs come first. */
export function environment(extra = {}) {
  const own = [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin')]
  return { ...process.env, PATH: [...own, process.env.PATH ?? ''].join(delimiter), ...extra }
}

/**
 * Runs a program with its output passed through and ends this process with its result when it fails.
 * @param {string} command @param {string[]} args @param {{ env?: Record<string, string>, mayFail?: boolean }} [options]
 */
export function run(command, args, { env = {}, mayFail = false } = {}) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment(env) })
  const code = status ?? (signal ? 130 : 1)
  if (code !== 0 && !mayFail) process.exit(code)
  return code
}

/** Runs a file with the pinned Node. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runNode = (args, options) => run(node, args, options)

/**
 * Runs a program and keeps what it says.
 * @param {string} command @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment(env) })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.once('error', (error) => resolve({ code: 1, output: output + error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
