import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ENGINE_ENVIRONMENT, ENGINE_FLAGS } from './lib/engine-flags.mjs'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { node, root } from './lib/root.mjs'
import { environment } from './lib/run.mjs'

ensureInstalled()
ensureBuilt()

// The channel ('ipc') tells the program when this process is gone, even after kill -9: nothing is left behind.
// In a process group of its own, Ctrl-C reaches it once, through here, and not once for every process in between.
const program = spawn(node, [...ENGINE_FLAGS, join(root, 'dist', 'server', 'main.js')], {
  cwd: root,
  env: environment({
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(root, 'dist', '.compiled'),
    ...ENGINE_ENVIRONMENT,
  }),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  detached: true,
})
let interrupted = 0
process.on('SIGINT', () => {
  // npm passes on what the terminal has already sent; only a second Ctrl-C counts as one.
  if (Date.now() - interrupted < 500) return
  interrupted = Date.now()
  program.kill('SIGINT')
})
process.on('SIGTERM', () => program.kill('SIGTERM'))
process.on('SIGHUP', () => program.kill('SIGTERM'))
program.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

// npm does not take its script along when it is killed; then this process gets another parent.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) program.kill('SIGTERM')
  }, 1000).unref()
}
