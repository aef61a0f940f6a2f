import { z } from 'zod'
import { defineOperation } from '../../../kernel/operation.ts'
import { ServiceView, serviceView } from '../service-view.ts'
import { findVisible } from '../store/services.ts'

/** The key of a service, part of its address. */
export const ServiceKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

export const read = defineOperation({
  name: 'catalogue.read',
  summary: 'Read a service: what it is, what it costs, how it works just now, and whether one may order it',
  kind: 'query',
  http: { method: 'GET', path: '/services/{key}' },
  channels: ['web', 'api', 'mcp', 'phone'],
  requires: 'anyone',
  shared: true,
  input: z.object({ key: ServiceKey }),
  output: ServiceView,
  examples: [{ title: 'A service', input: { key: 'wallbox' } }],
  load: (ctx, { key }) => findVisible(ctx, key),
  handle: (ctx, _input, service) => serviceView(ctx, service),
})
