/// <reference lib="webworker" />
// Served as /service-worker.js. Keeps the offline page, what the build made, and the pages that were read last. Never a page of
// somebody who is signed in: those say `private` or `no-store`.
const worker = self as unknown as ServiceWorkerGlobalScope

const ASSETS = 'theke-assets-1'
const PAGES = 'theke-pages-1'
const OFFLINE = '/offline'
/** Portal and language at the beginning of an address: `/de`, `/employees/el`. */
const PLACE = /^(?:\/[a-z0-9-]+)?\/(?:de|en|el)(?=\/|$)/
const MOST_PAGES = 40
const MOST_ASSETS = 120

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFirstOfflinePages().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/brand/'))
    event.respondWith(fromCacheFirst(request))
  else if (request.mode === 'navigate') {
    const answer = fromNetworkFirst(request)
    event.respondWith(answer)
    event.waitUntil(answer.then(() => keepOfflinePage(request.url)).catch(() => undefined))
  }
})

/** Addresses under these names never change what they say. */
async function fromCacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await keep(cache, request, fresh.clone(), MOST_ASSETS)
  return fresh
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES)
  try {
    const fresh = await fetch(request)
    if (mayBeKept(fresh)) await keep(cache, request, fresh.clone(), MOST_PAGES)
    return fresh
  } catch {
    return (await cache.match(request)) ?? (await offlinePageFor(cache, request.url)) ?? Response.error()
  }
}

function mayBeKept(response: Response): boolean {
  const control = response.headers.get('cache-control') ?? 'private'
  return response.ok && !response.redirected && !/private|no-store/.test(control)
}

/** The one of the same portal and language, or else any: better than the browser's own. */
async function offlinePageFor(cache: Cache, address: string): Promise<Response | undefined> {
  const own = offlineAddress(address)
  const kept = own ? await cache.match(own) : undefined
  if (kept) return kept
  const other = (await cache.keys()).find(isOfflinePage)
  return other && cache.match(other)
}

/** The pages that are open while the worker is installed say which portal and language are read. */
async function keepFirstOfflinePages(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await Promise.allSettled(open.map((client) => keepOfflinePage(client.url)))
}

/** Keeps the offline page of the portal and language of an address, with all that it needs to look right. */
async function keepOfflinePage(address: string): Promise<void> {
  const pages = await caches.open(PAGES)
  const own = offlineAddress(address)
  if (!own || (await pages.match(own))) return
  // Without cookies: nobody's name is to be kept.
  const page = await fetch(own, { credentials: 'omit' })
  if (!page.ok || page.redirected) return
  const html = await page.clone().text()
  await pages.put(own, page)
  const needed = [...html.matchAll(/(?:href|src)="(\/(?:assets|brand)\/[^"]+)"/g)].map((match) => match[1] as string)
  const assets = await caches.open(ASSETS)
  await Promise.allSettled(needed.map((needs) => assets.add(needs.replaceAll('&amp;', '&'))))
}

function offlineAddress(address: string): string | null {
  const place = PLACE.exec(new URL(address).pathname)?.[0]
  return place ? place + OFFLINE : null
}

function isOfflinePage({ url }: Request): boolean {
  return new URL(url).pathname.endsWith(OFFLINE)
}

async function keep(cache: Cache, request: Request, response: Response, most: number): Promise<void> {
  await cache.delete(request)
  await cache.put(request, response)
  const kept = await cache.keys()
  const surplus = kept.filter((one) => !isOfflinePage(one)).slice(0, Math.max(0, kept.length - most))
  await Promise.all(surplus.map((one) => cache.delete(one)))
}

async function dropOldCaches(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== ASSETS && name !== PAGES).map((name) => caches.delete(name)))
}
