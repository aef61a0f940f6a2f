import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

interface HealthOptions {
  /** Resolves when the database answers. */
  ping(): Promise<unknown>
  /** False while starting or shutting down. */
  isReady(): boolean
  /** Figures of the slices and the platform: name → value; names with `_total` are counters. */
  gauges(): Record<string, number>
}

/** `/healthz` (the process lives), `/readyz` (it can serve now) and `/metrics` (OpenMetrics text for Prometheus). */
export function registerHealth(app: FastifyInstance, { ping, isReady, gauges }: HealthOptions) {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const answered = new Map<string, number>()
  const seconds = { sum: 0, count: 0 }
  app.addHook('onResponse', async (request, reply) => {
    const kind = request.url.startsWith('/api/') ? 'api' : request.url.startsWith('/assets/') ? 'asset' : 'page'
    const key = `kind="${kind}",status="${Math.floor(reply.statusCode / 100)}xx"`
    answered.set(key, (answered.get(key) ?? 0) + 1)
    seconds.sum += reply.elapsedTime / 1000
    seconds.count++
  })

  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready =
      isReady() &&
      (await ping()
        .then(() => true)
        .catch(() => false))
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' })
  })
  app.get('/metrics', async (_request, reply) => {
    const memory = process.memoryUsage()
    const lines = [
      '# TYPE theke_http_requests counter',
      ...[...answered].map(([labels, count]) => `theke_http_requests_total{${labels}} ${count}`),
      '# TYPE theke_http_request_seconds summary',
      `theke_http_request_seconds_sum ${seconds.sum}`,
      `theke_http_request_seconds_count ${seconds.count}`,
      ...gauge('process_resident_memory_bytes', memory.rss),
      ...gauge('nodejs_heap_size_used_bytes', memory.heapUsed),
      ...gauge('nodejs_eventloop_lag_p99_seconds', delay.percentile(99) / 1e9),
      ...Object.entries(gauges()).flatMap(([name, value]) => gauge(`theke_${name}`, value)),
      '# EOF',
      '',
    ]
    return reply
      .type('application/openmetrics-text; version=1.0.0; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(lines.join('\n'))
  })
}

const gauge = (name: string, value: number) => [`# TYPE ${name} gauge`, `${name} ${value}`]
