/// <reference lib="webworker" />
// Served as /service-worker.js. Keeps the offline page, what the build made, and the pages that were read last. Never a page of
// somebody who is signed in: those say `private` or `no-store`.
const worker = self as unknown as ServiceWorkerGlobalScope

const ASSETS = 'theke-assets-1'
const PAGES = 'theke-pages-1'
const OFFLINE = '/offline'
const MOST_PAGES = 40
const MOST_ASSETS = 120

worker.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => worker.skipWaiting()))
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
  else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(request))
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
    return (await cache.match(request)) ?? (await cache.match(OFFLINE)) ?? Response.error()
  }
}

function mayBeKept(response: Response): boolean {
  const control = response.headers.get('cache-control') ?? 'private'
  return response.ok && !response.redirected && !/private|no-store/.test(control)
}

/** The offline page in the reader's language, with all that it needs to look right. */
async function keepOfflinePage(): Promise<void> {
  // Without cookies: nobody's name is to be kept.
  const page = await fetch(OFFLINE, { credentials: 'omit' })
  if (!page.ok) return
  const html = await page.text()
  // Made anew: an answer that was redirected must not be shown for another address.
  const copy = new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.headers.get('content-security-policy') ?? '',
    },
  })
  await (await caches.open(PAGES)).put(OFFLINE, copy)
  const needed = [...html.matchAll(/(?:href|src)="(\/(?:assets|brand)\/[^"]+)"/g)].map((match) => match[1] as string)
  const assets = await caches.open(ASSETS)
  await Promise.allSettled(needed.map((address) => assets.add(address.replaceAll('&amp;', '&'))))
}

async function keep(cache: Cache, request: Request, response: Response, most: number): Promise<void> {
  await cache.delete(request)
  await cache.put(request, response)
  const kept = await cache.keys()
  const surplus = kept.filter((one) => new URL(one.url).pathname !== OFFLINE).slice(0, Math.max(0, kept.length - most))
  await Promise.all(surplus.map((one) => cache.delete(one)))
}

async function dropOldCaches(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== ASSETS && name !== PAGES).map((name) => caches.delete(name)))
}
