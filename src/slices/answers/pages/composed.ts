import { PassThrough } from 'node:stream'
import { definePage } from '../../../ui/page.ts'
import { type ComposedSentence, compose } from '../operations/compose.ts'

/** The composed answer as it comes, as server-sent events: `sentence` for each, then `end`. */
export const composedPage = definePage({
  path: '/search/composed',
  get(call) {
    const events = new PassThrough()
    const tell = (event: string, data: unknown) => events.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    const input = { q: call.query['q'] ?? '', narrowed: call.queryAll('c') }
    call
      .run(compose, input, (part) => tell('sentence', placed(part as ComposedSentence)))
      .then(
        ({ sentences }) => tell('end', { count: sentences.length }),
        () => tell('end', { count: 0 }),
      )
      .finally(() => events.end())
    return {
      raw: events,
      type: 'text/event-stream; charset=utf-8',
      // Proxies that gather answers would hold the sentences back.
      headers: { 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    }

    function placed({ text, sources }: ComposedSentence) {
      return {
        text,
        sources: sources.map(({ number, title, url }) => ({ number, title, url: call.portal.base + url })),
      }
    }
  },
})
