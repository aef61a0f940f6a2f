import { createServer } from 'node:http'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import Fastify from 'fastify'
import { registerApi } from './adapters/api/api.ts'
import { registerHealth } from './adapters/http/health.ts'
import type { HttpServices } from './adapters/http/services.ts'
import { registerMcp } from './adapters/mcp/mcp.ts'
import { registerAssets } from './adapters/web/assets.ts'
import { registerBrand } from './adapters/web/brand.ts'
import { leanHeaders } from './adapters/web/lean-headers.ts'
import { registerLive } from './adapters/web/live.ts'
import { createPageCache } from './adapters/web/page-cache.ts'
import { registerSecurity } from './adapters/web/security.ts'
import { registerFiles } from './adapters/web/serve-files.ts'
import { createSharedViews } from './adapters/web/shared-views.ts'
import { createFrames } from './adapters/web/shell-frames.tsx'
import { registerSpeculation } from './adapters/web/speculation.ts'
import { registerWeb } from './adapters/web/web.ts'
import { newId } from './kernel/ids.ts'
import { navigation, pages, slices } from './slices.ts'
import { createTheke, type ThekeOptions } from './theke.ts'

/** Name of the cookie that holds a session. */
const SESSION_COOKIE = 'theke_session'

/** The whole application over HTTP: the core of {@link createTheke} with the adapters for web and API in front. */
export async function createApp(options: ThekeOptions & { version: string }) {
  const { config, log } = options
  const theke = await createTheke(options)
  const cache = createPageCache()
  const views = createSharedViews()
  theke.onChange(() => {
    cache.clear()
    views.clear()
  })

  const app = Fastify({
    loggerInstance: undefined,
    logger: false,
    trustProxy: config.trustProxy,
    // An article of 200,000 Greek letters is 1.2 MB in a form.
    bodyLimit: 4_000_000,
    requestTimeout: 120_000,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    serverFactory: (handler) =>
      createServer((req, res) => {
        if (!cache.serve(req, res)) handler(req, res)
      }),
  })
  registerSecurity(app, theke.installation.url.startsWith('https:'))
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody, { bodyLimit: 4_000_000 })
  await app.register(fastifyMultipart, { throwFileSizeLimit: false })

  const services: HttpServices = {
    ...theke.http,
    slices,
    navigation,
  }
  let ready = false
  registerHealth(app, {
    ping: theke.ping,
    isReady: () => ready && theke.liveIndex.isReady(),
    gauges: () => ({ search_things: theke.search.size.things, search_bytes: theke.search.size.bytes }),
  })
  await registerAssets(app)
  await app.register(async (scope) => {
    leanHeaders(scope)
    registerBrand(scope, services)
    registerSpeculation(scope)
  })
  registerFiles(app, services, SESSION_COOKIE)
  registerLive(app, services, { hub: theke.live, sessionCookie: SESSION_COOKIE })
  registerApi(app, services, { sessionCookie: SESSION_COOKIE, version: options.version })
  registerMcp(app, services, { version: options.version })
  registerWeb(app, services, { pages, cache, views, frames: createFrames(), sessionCookie: SESSION_COOKIE })

  return {
    theke,
    fastify: app,
    /** Starts listening and working; gives the address. */
    async listen() {
      const address = await app.listen({ port: config.port, host: config.host })
      ready = true
      await theke.start()
      log.info({ address }, 'Theke is open')
      return address
    },
    /** Stops taking requests, finishes those under way, then stops work in the background. */
    async close() {
      ready = false
      await app.close()
      await theke.stop()
    },
  }
}
