import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

/** A telephone: use as `test.use(phone)`. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** A browser that runs no script: use as `test.use(withoutScript)`. */
export const withoutScript = { javaScriptEnabled: false }

const examined = new WeakSet<Page>()

/** A journey fails when the page throws, or logs an error, while somebody walks through it. */
export const test = base.extend<{ complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used
  baseURL: async ({}, use) => use(process.env['THEKE_E2E_URL']),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => {
        // Chromium gives up the animation between two pages when the next one is there before it could begin; nobody misses it.
        if (error.message.startsWith('Transition was')) return
        complaints.push(`${page.url()}: ${error.message}`)
      })
      page.on('console', (message) => {
        // Refused and missing pages are part of journeys; the browser notes each as an error.
        if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
        // axe brings a style of its own while it looks at a page, which the page's policy rightly refuses.
        if (examined.has(page) && message.text().startsWith('Applying inline style')) return
        complaints.push(`${page.url()}: ${message.text()}`)
      })
      await use(complaints)
      expect(complaints, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Refuses accessibility violations on the page as it is shown now, and content wider than the window. */
export async function expectAccessible(page: Page) {
  examined.add(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  examined.delete(page)
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`)
  expect(found, `accessibility of ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0)
}
