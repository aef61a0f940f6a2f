import { performance } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { openCore } from '../requests/store.ts'

// Looks for each word that it is told until it is found, and says when that was.
const { theke } = await openCore(process.argv[2])
process.on('message', async ({ word }: { word: string }) => {
  const isFound = () => theke.search.search({ text: word, lang: 'de', audiences: new Set() }).hits.length > 0
  while (!isFound()) await turn()
  process.send?.({ at: performance.timeOrigin + performance.now() })
})
process.send?.('ready')
