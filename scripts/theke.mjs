import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { node, root } from './lib/root.mjs'
import { environment } from './lib/run.mjs'

const [command, ...rest] = process.argv.slice(2)
if (command === 'start') await import('./start.mjs')
else {
  ensureInstalled()
  ensureBuilt()
  // npm changes into the checkout; file names are meant from where the person was.
  const env = environment({
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(root, 'dist', '.compiled'),
    THEKE_CALLED_FROM: process.env.INIT_CWD ?? process.cwd(),
  })
  const args = ['--enable-source-maps', join(root, 'dist', 'server', 'cli.js'), ...(command ? [command] : []), ...rest]
  const program = spawn(node, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
  program.once('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
}
