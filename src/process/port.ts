import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../platform/config/config.ts'

/** How long a predecessor that is going down may hold the port. */
const PATIENCE_MS = 3000

/** Something about the machine that whoever starts Theke has to decide. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** Makes sure that the port can be had before anything else is started; explains the ways out when it cannot. */
export async function requirePort({ port, host }: Config): Promise<void> {
  if (port === 0) return
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const problem = await tryPort(port, host)
    if (!problem) return
    if (problem.code !== 'EADDRINUSE' || Date.now() > deadline) throw new StartProblem(explain(problem, port, host))
    await pause(100)
  }
}

/** What a failed attempt to listen means, in words that name the way out. */
export function explain({ code, message }: NodeJS.ErrnoException, port: number, host: string) {
  const other = port < 65535 ? port + 1 : 3000
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already taken by another program, perhaps by another Theke. Stop that program, or choose another port: PORT=${other} npm start`
  }
  if (code === 'EACCES') {
    return `Theke may not listen on port ${port}: ports below 1024 are reserved. Choose a higher one: PORT=3000 npm start`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST: "${host}" is no address of this machine. Use localhost (this machine only) or 0.0.0.0 (reachable from outside): HOST=0.0.0.0 npm start`
  }
  return `Theke cannot listen on ${host}, port ${port}: ${message}`
}

function tryPort(port: number, host: string) {
  return new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
