import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/find-chromium.mjs'
import { type Figure, report } from '../lib/figure.ts'
import { measuredTheke } from '../lib/theke.ts'

// What a reader who has never been here loads for a page: bytes over the wire (compressed, headers and typefaces included), scripts,
// requests, other hosts.
const isSmoke = process.argv.includes('--smoke')
const figures: Figure[] = []
const theke = await measuredTheke()
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })

try {
  await theke.start()
  const pages = {
    'home, de': '/de',
    'home, el': '/el',
    'article, de': await articleIn('de'),
    'article, el': await articleIn('el'),
    'search, de': '/de/search?q=Zählerstand',
    'message form, de': '/de/contact',
    'sign-in, de': '/de/sign-in',
  }
  for (const [name, path] of Object.entries(pages).slice(0, isSmoke ? 1 : undefined)) {
    const { bytes, script, requests, foreign } = await load(theke.url + path)
    figures.push(
      { name: `${name}: all`, value: bytes / 1000, unit: 'kB', yardstick: null, bar: { is: '<=', value: 100 } },
      { name: `${name}: JavaScript`, value: script / 1000, unit: 'kB', yardstick: null, bar: { is: '<=', value: 15 } },
      { name: `${name}: requests`, value: requests, unit: '', yardstick: null, bar: null },
      { name: `${name}: to other hosts`, value: foreign, unit: '', yardstick: null, bar: { is: '<=', value: 0 } },
    )
  }
} finally {
  await browser.close()
  await theke.stop().catch(() => undefined)
  theke.remove()
}
report(figures, { json: process.argv.includes('--json') })

async function load(address: string) {
  // The service worker fetches for later what this page does not need.
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  const types = new Map<string, string>()
  const sum = { bytes: 0, script: 0, requests: 0, foreign: 0 }
  wire.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    types.set(requestId, type ?? '')
    if (!request.url.startsWith('data:') && new URL(request.url).origin !== theke.url) sum.foreign++
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.requests++
    sum.bytes += encodedDataLength
    if (types.get(requestId) === 'Script') sum.script += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await context.close()
  return sum
}

/** A how-to, as readers find them. */
async function articleIn(lang: string): Promise<string> {
  const answer = await fetch(`${theke.url}/api/v1/articles?lang=${lang}&kind=how-to&limit=1`)
  const { items } = (await answer.json()) as { items: { slug: string }[] }
  return `/${lang}/articles/${items[0]?.slug}`
}
