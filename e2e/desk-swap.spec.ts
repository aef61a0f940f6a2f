import type { Page, Route } from '@playwright/test'
import { expect, test } from './journey.ts'

// What the quick exchange of the desk's parts must not do: call somebody back, lose what they chose or where they stand, send twice, or show one
// request under the address of another. Answers of the server are held back and what is heard live is told by hand, so that it happens in the
// one order that matters.

/** Holds back what fits, and says when it was asked for. */
async function hold(page: Page, fits: (method: string, path: string) => boolean) {
  const gate = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const on = async (route: Route) => {
    if (!fits(route.request().method(), new URL(route.request().url()).pathname)) return route.fallback()
    asked.resolve()
    await gate.promise
    // It may have been given up meanwhile.
    await route.continue().catch(() => undefined)
  }
  await page.route('**/desk**', on)
  return {
    asked: asked.promise,
    async letGo() {
      gate.resolve()
      await page.unroute('**/desk**', on)
    },
  }
}

/** What the page hears live comes from here: tells it that something has changed, and lets it look. */
async function hearing(page: Page) {
  await page.addInitScript(() => {
    class Told extends EventTarget {
      constructor() {
        super()
        Object.assign(window, { told: this })
      }
      close() {}
    }
    Object.assign(window, { EventSource: Told })
  })
  return async () => {
    await page.evaluate(() => {
      const data = JSON.stringify({ topic: 'desk', request: '-', what: 'changed', listening: 0 })
      ;(window as unknown as { told: EventTarget }).told.dispatchEvent(new MessageEvent('changed', { data }))
    })
    await page.clock.runFor(1000)
  }
}

/** Pages of the desk that were asked for, in their order: `GET R-24001-A`. */
function asked(page: Page) {
  const all: string[] = []
  page.on('request', (request) => {
    const path = /\/de\/desk\/?(R-[^/?]+)?$/.exec(new URL(request.url()).pathname)
    if (path && request.headers()['accept'] === 'text/html') all.push(`${request.method()} ${path[1] ?? 'list'}`)
  })
  return all
}

test('nobody is called back, loses anything or sends twice', async ({ page }) => {
  await page.clock.install()
  const tell = await hearing(page)
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name: 'Tobias Lindner' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  const word = `Tausch${Date.now() % 100_000}`
  const references: string[] = []
  for (const name of ['C', 'B', 'A']) {
    const data = {
      subject: `${word} ${name}`,
      message: 'Wie geht das?',
      type: 'question',
      name: 'Rosa Quitte',
      lang: 'de',
    }
    const answer = await page.request.post('/api/v1/desk/requests', { data })
    expect(answer.ok(), await answer.text()).toBe(true)
    references.unshift(((await answer.json()) as { reference: string }).reference)
  }
  const [a = '', b = '', c = ''] = references
  const change = (reference: string, data: object) =>
    page.request.patch(`/api/v1/desk/requests/${reference}`, { data }).then((answer) => expect(answer.ok()).toBe(true))
  const opened = (name: string) => expect(page.locator('.desk-head h1')).toHaveText(`${word} ${name}`)
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-queue-row]')?.dataset['reference'])
  const all = asked(page)
  const times = (what: string) => all.filter((one) => one === what).length

  await page.goto(`/de/desk/${a}?queue=all&words=${word}`)
  await page.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })

  await test.step('whoever is on the way to another request is not called back, and is told there', async () => {
    const toB = await hold(page, (_, path) => path.endsWith(b))
    await page.keyboard.press('j')
    await toB.asked
    await tell()
    expect(all).toEqual([`GET ${b}`])
    await toB.letGo()
    await opened('B')
    await expect.poll(() => all).toEqual([`GET ${b}`, `GET ${b}`])
  })

  await test.step('the row that has the focus keeps it when the list changes', async () => {
    await page.locator(`[data-reference="${b}"] a`).focus()
    await change(c, { priority: 1 })
    await tell()
    await expect(page.locator(`[data-reference="${c}"]`)).toContainText('Sofort')
    expect(await focused()).toBe(b)
  })

  await test.step('what is typed in the list, and what is chosen to be done to many, stays', async () => {
    await page.locator('[data-part="list"] input[type="search"]').fill('noch nicht')
    await change(b, { priority: 2 })
    await tell()
    await expect(page.locator('.desk-facts')).toContainText('Hoch')
    await expect(page.locator('[data-part="list"] input[type="search"]')).toHaveValue('noch nicht')
    await page.locator(`[data-reference="${c}"] input`).check()
    await page.locator('#bulk [name="state"]').selectOption('closed')
    await page.locator('#bulk [name="reasonWords"]').fill('Bitte an die Stadt.')
    await page.locator(`[data-reference="${b}"] a`).focus()
    await change(c, { priority: 2 })
    await tell()
    await expect(page.locator(`[data-reference="${c}"]`)).toContainText('Hoch')
    await expect(page.locator(`[data-reference="${c}"] input`)).toBeChecked()
    await expect(page.locator('#bulk [name="state"]')).toHaveValue('closed')
    await expect(page.locator('#bulk [name="reasonWords"]')).toHaveValue('Bitte an die Stadt.')
  })

  await test.step('what was refused for many is asked under its own address, and stays when others change something', async () => {
    await page.locator('#bulk').getByRole('button', { name: 'Anwenden' }).click()
    await expect(page.locator('#f-reason-error')).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/de/desk')
    await change(b, { priority: 1 })
    await tell()
    await expect(page.locator(`[data-reference="${b}"]`)).toContainText('Sofort')
    await expect(page.locator(`[data-reference="${c}"] input`)).toBeChecked()
    await expect(page.locator('#f-reason-error')).toBeVisible()
    await page.locator(`[data-reference="${b}"] a`).click()
    await opened('B')
  })

  await test.step('whoever goes on while something is sent stays where they are', async () => {
    const sending = await hold(page, (method) => method === 'POST')
    await page.keyboard.press('r')
    await page.keyboard.type('Guten Tag, das ist eingerichtet.')
    await page.keyboard.press('Control+Enter')
    await sending.asked
    const before = all.length
    await tell()
    expect(all.length).toBe(before)
    await page.locator(`[data-reference="${c}"] a`).click()
    await opened('C')
    const seen = times(`GET ${c}`)
    await sending.letGo()
    await expect.poll(() => times(`GET ${c}`)).toBe(seen + 1)
    await expect(page.locator(`[data-reference="${b}"]`)).toContainText('Wartet auf Antwort')
    await opened('C')
    expect(page.url()).toContain(c)
  })

  await test.step('what is refused meanwhile comes back with its own address', async () => {
    await page.locator(`[data-reference="${a}"] a`).click()
    await opened('A')
    const sending = await hold(page, (method) => method === 'POST')
    await page.keyboard.press('r')
    await page.keyboard.type('   ')
    await page.keyboard.press('Control+Enter')
    await sending.asked
    await page.locator(`[data-reference="${c}"] a`).click()
    await opened('C')
    await sending.letGo()
    await opened('A')
    expect(page.url()).toContain(a)
    await expect(page.locator('.composer .error-summary, .composer [role="alert"]').first()).toBeVisible()
  })

  await test.step('what cannot be sent by script is sent by the browser, once', async () => {
    await page.route('**/desk/R-**', (route) => {
      const request = route.request()
      return request.method() === 'POST' && !request.isNavigationRequest() ? route.abort() : route.fallback()
    })
    const before = times(`POST ${a}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await expect(page.locator('.desk-facts summary').first()).toContainText('Tobias Lindner')
    expect(times(`POST ${a}`)).toBe(before + 1)
  })

  await test.step('whoever was signed out is led to sign in, and nothing is sent twice', async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })
    const posts: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.url())
    })
    await page.context().clearCookies({ name: /session/ })
    await page.keyboard.press('e')
    await expect(page).toHaveURL(/sign-in/)
    expect(posts).toHaveLength(1)
  })
})
