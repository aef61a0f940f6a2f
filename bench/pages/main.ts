import { join } from 'node:path'
import { writeRecombined } from '../lib/articles.ts'
import { type Figure, report } from '../lib/figure.ts'
import { load } from '../lib/load.ts'
import { measuredTheke } from '../lib/theke.ts'
import { startYardstick } from '../lib/yardstick.ts'

// Pages as readers get them, against a bare node:http process that answers as many bytes from memory; start and memory of the app.
const isSmoke = process.argv.includes('--smoke')
const pace = isSmoke ? { seconds: 1, rounds: 1 } : {}
const figures: Figure[] = []
const theke = await measuredTheke()

try {
  const first = await theke.start()
  figures.push({
    name: 'first start with demonstration content',
    value: first / 1000,
    unit: 's',
    yardstick: null,
    bar: { is: '<=', value: 20 },
  })
  await theke.stop()
  const warm = await theke.start()
  figures.push({
    name: 'warm start to the first answered page',
    value: warm / 1000,
    unit: 's',
    yardstick: null,
    bar: { is: '<=', value: 3 },
  })
  figures.push({ name: 'memory of the app, idle', value: theke.memory(), unit: 'MB', yardstick: null, bar: null })

  const article = `${theke.url}${await addressOfAnArticle()}`
  const bytes = (await (await fetch(article)).arrayBuffer()).byteLength
  await against(bytes, 'anonymous article page, kept', article, {}, 0.5)
  await against(bytes, 'anonymous article page, rendered', `${article}?n=[<id>]`, {}, 0.12)
  await against(bytes, 'signed-in article page', article, { cookie: await signIn() }, 0.06)

  const file = join(theke.folder, 'recombined.jsonl')
  writeRecombined(file, isSmoke ? 500 : 10_000)
  theke.theke('import', file, '--as', 'articles')
  await searchable()
  const search = `${theke.url}/de/search?q=Passwort%20vergessen&n=[<id>]`
  const searchBytes = (await (await fetch(search)).arrayBuffer()).byteLength
  await against(searchBytes, 'search page over 10,000 articles', search, {}, 0.05)
  const suggestions = await load(`${theke.url}/api/v1/search/suggestions?q=passw&lang=de`, pace)
  figures.push({
    name: 'suggestions, p99 at 8 at a time',
    value: suggestions.p99,
    unit: 'ms',
    yardstick: null,
    bar: { is: '<=', value: 10 },
  })
  figures.push({
    name: 'memory of the app, after load',
    value: theke.memory(),
    unit: 'MB',
    yardstick: null,
    bar: { is: '<=', value: 250 },
  })
} finally {
  await theke.stop().catch(() => undefined)
  theke.remove()
}
report(figures, { json: process.argv.includes('--json') })

async function against(size: number, name: string, url: string, headers: Record<string, string>, bar: number) {
  const yardstick = await startYardstick(size)
  try {
    const best = await load(yardstick.url, pace)
    const own = await load(url, { headers, ...pace })
    if (own.errors > 0) throw new Error(`${name}: ${own.errors} answers were errors`)
    figures.push({
      name: `${name} (${(size / 1000).toFixed(1)} kB, p99 ${own.p99} ms)`,
      value: own.perSecond,
      unit: 'req/s',
      yardstick: { name: 'node:http', value: best.perSecond },
      bar: { is: '>=', value: bar },
    })
  } finally {
    yardstick.stop()
  }
}

async function addressOfAnArticle(): Promise<string> {
  const { items } = (await (await fetch(`${theke.url}/api/v1/articles?lang=de&kind=how-to&limit=1`)).json()) as {
    items: { slug: string }[]
  }
  return `/de/articles/${items[0]?.slug}`
}

/** Signs in as the demonstration's customer and gives the session cookie. */
async function signIn(): Promise<string> {
  const answer = await fetch(`${theke.url}/de/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      action: 'password',
      email: 'elif.yildiz@lindaubrueck.example',
      password: 'theke-zum-ausprobieren',
    }),
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('theke_session='))
  if (!cookie) throw new Error(`signing in failed with ${answer.status}`)
  return cookie.split(';')[0] as string
}

async function searchable() {
  for (let tries = 0; tries < 600; tries++) {
    const { total } = (await (await fetch(`${theke.url}/api/v1/search?q=recombined&lang=de`)).json()) as {
      total: number
    }
    const { size } =
      (await (await fetch(`${theke.url}/metrics`)).text()).match(/theke_search_things (?<size>\d+)/)?.groups ?? {}
    if (total >= 0 && Number(size) >= (isSmoke ? 500 : 10_000)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the imported articles could not be found in time')
}
