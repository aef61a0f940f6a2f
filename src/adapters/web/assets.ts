import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { leanHeaders } from './lean-headers.ts'
import { assetUrl, clientFolder } from './manifest.ts'

/** Serves what the build made for the browser: hashed names, so kept for good; compressed ahead of time. */
export async function registerAssets(app: FastifyInstance) {
  const root = join(clientFolder, 'assets')
  if (!existsSync(root)) return
  await app.register(async (scope) => {
    leanHeaders(scope)
    await scope.register(fastifyStatic, {
      root,
      prefix: '/assets/',
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
    })
  })

  // Under a fixed name at the root, because a worker answers for what lies below its own address.
  const worker = join(clientFolder, assetUrl('src/adapters/web/client/worker.ts'))
  app.get('/service-worker.js', (_request, reply) => {
    if (!existsSync(worker)) return reply.code(404).send('')
    return reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(readFileSync(worker))
  })
}
