import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './journey.ts'

// Nobody says twice what they searched, read and answered before they wrote: the desk has it beside the request, whichever way they came.

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Searches twice, and opens an article after each; gives their titles. */
async function searchesAndReads(page: Page): Promise<string[]> {
  const titles: string[] = []
  for (const words of ['Straßenlampe flackert', 'Strom weg']) {
    await page.goto(`/de/search?q=${encodeURIComponent(words)}`)
    const found = page.locator('[data-result]', { has: page.locator('a[href*="/articles/"]') }).first()
    await found.locator('h3 a').click()
    await expect(page).toHaveURL(/\/articles\//)
    titles.push(((await page.locator('h1').textContent()) ?? '').trim())
  }
  return titles
}

/** Goes through guided help by its buttons and fields. */
async function goesThrough(page: Page, flow: string, steps: readonly (string | { field: string })[]) {
  await page.goto(`/de/guided-help/${flow}`)
  for (const step of steps) {
    const before = await page.locator('main h1, main h2').allInnerTexts()
    if (typeof step === 'string') await page.getByRole('button', { name: step, exact: true }).click()
    else {
      await page.locator('main form .input').first().fill(step.field)
      await page.getByRole('button', { name: 'Weiter' }).click()
    }
    await expect.poll(() => page.locator('main h1, main h2').allInnerTexts()).not.toEqual(before)
  }
}

/** Writes and sends; gives the reference. */
async function writes(page: Page): Promise<string> {
  await page.locator('#f-message').pressSequentially('Bitte anrufen.', { delay: 120 })
  await page.getByRole('button', { name: 'Nachricht senden' }).click()
  await expect(page).toHaveURL(/new=1/)
  return /R-\d+-[A-Z]/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
}

const before = (page: Page) => page.locator('[data-part="case"] .timeline li').nth(1)

test('what was searched, read and answered stands beside the request', async ({ page, browser }) => {
  const agent = await (await browser.newContext()).newPage()
  await signIn(agent, 'Tobias Lindner')

  await test.step('a visitor, through guided help, by the form of a kind', async () => {
    const [first = ''] = await searchesAndReads(page)
    await goesThrough(page, 'street-lamp', ['Sie flackert', { field: 'L-1234' }, { field: 'Färbersteg 3' }])
    await page.getByRole('button', { name: 'Straßenlaterne' }).click()
    await expect(page).toHaveURL(/\/fill\//)
    await page.getByRole('button', { name: 'Weiter zum Abschluss' }).click()
    await expect(page.getByText('Ihre Antworten aus „Eine Straßenlaterne melden“ schicken wir mit:')).toBeVisible()
    await agent.goto(`/de/desk/${await writes(page)}`)
    await expect(before(agent)).toContainText('Suchte vorher „Straßenlampe flackert“, „Strom weg“.')
    await expect(before(agent).getByRole('link', { name: first })).toBeVisible()
    await expect(before(agent)).toContainText('Was ist mit der Laterne? Sie flackert')
    await expect(before(agent)).toContainText('Welche Nummer steht am Mast? L-1234')
  })

  await test.step('somebody signed in, through guided help, to a person', async () => {
    await signIn(page, 'Elif Yıldız')
    const titles = await searchesAndReads(page)
    await goesThrough(page, 'outage', [
      'Strom',
      'Nein',
      'Nur bei mir',
      'Nein, alle stehen oben',
      'Nein, sie ist dunkel',
      { field: '2026-11-23' },
      { field: 'Färbersteg 3' },
    ])
    await page.getByRole('link', { name: 'Nachricht mit Ihren Antworten senden' }).click()
    await expect(page.getByText('Ihre Antworten aus „Kein Internet, kein Strom“ schicken wir mit:')).toBeVisible()
    await expect(page.getByText('Gesucht: Straßenlampe flackert · Strom weg')).toBeVisible()
    await expect(page.getByText(`Gelesen: ${titles.join(' · ')}`, { exact: true })).toBeVisible()
    await expectAccessible(page)
    await agent.goto(`/de/desk/${await writes(page)}`)
    await expect(before(agent)).toContainText('Suchte vorher „Straßenlampe flackert“, „Strom weg“.')
    await expect(before(agent)).toContainText(`Las vorher ${titles.join(', ')}.`)
    await expect(before(agent).getByRole('link', { name: 'Kein Internet, kein Strom' })).toHaveCount(1)
    await expect(before(agent)).toContainText('Steht im Sicherungskasten ein Schalter unten? Nein, alle stehen oben')
    await expect(before(agent)).toContainText('Seit wann ist der Strom weg? Montag, 23. November 2026')
    await expect(before(agent)).toContainText('Wo genau? Färbersteg 3')
    // The way itself is the visitor's alone.
    expect(await before(agent).innerHTML()).not.toMatch(/guided-help\/outage\/[\w-]/)
    await expectAccessible(agent)
  })

  await test.step('somebody signed in, from a search that found nothing certain', async () => {
    const words = 'Gibt es bei Ihnen Zahnbürsten aus Bambus?'
    await page.goto(`/de/search?q=${encodeURIComponent(words)}`)
    await page.getByRole('link', { name: 'Mit dieser Frage schreiben' }).click()
    await expect(page.getByText(`Ihre Frage „${words}“ schicken wir mit.`)).toBeVisible()
    await agent.goto(`/de/desk/${await writes(page)}`)
    await expect(before(agent)).toContainText(`Suchte vorher „${words}“.`)
  })
  await agent.context().close()
})
