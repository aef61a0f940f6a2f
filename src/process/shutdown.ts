import type { Log } from '../kernel/ctx.ts'

/** Time that requests under way and jobs are given before the process ends regardless. */
const LIMIT_MS = 25_000

/**
 * Ends the process in order, once, when it is asked to: by SIGTERM or SIGINT, or because whoever started it has gone
 * (the channel to `npm start` closes even after kill -9). A second SIGINT ends it at once. Gives a way to ask whether
 * it is ending: what fails meanwhile is no news.
 */
export function onShutdown(log: Log, close: () => Promise<void>) {
  let closing = false
  const shutdown = (reason: string) => {
    if (closing) {
      if (reason === 'SIGINT') process.exit(130)
      return
    }
    closing = true
    log.info({ reason }, 'stopping')
    setTimeout(() => {
      log.warn({}, 'stopping took too long, ended regardless')
      process.exit(1)
    }, LIMIT_MS).unref()
    close().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => shutdown('SIGTERM'))
  process.on('SIGINT', () => shutdown('SIGINT'))
  process.on('disconnect', () => shutdown('the starting process has gone'))
  if (process.send && !process.connected) shutdown('the starting process has gone')
  return { isClosing: () => closing }
}
