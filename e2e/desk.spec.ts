import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, phone, test } from './journey.ts'

// Two people at the desk: twenty requests without touching the mouse, what one does seen by the other, and an article from what was solved.

const MANY = 20

async function signIn(page: Page, name: string) {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Somebody else, with a browser of their own. */
async function another(browser: Browser, name: string) {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, name)
  return page
}

/** Somebody calls; the desk writes it down. Gives the reference. */
async function called(page: Page, subject: string, message: string, type = 'question'): Promise<string> {
  const data = { subject, message, type, name: 'Rosa Quitte', email: 'rosa.quitte@example.org', lang: 'de' }
  const answer = await page.request.post('/api/v1/desk/requests', { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { reference: string }).reference
}

const awake = (page: Page) => page.locator('theke-island[name="desk"][data-awake]').waitFor({ state: 'attached' })
const opened = (page: Page, subject: string) => expect(page.locator('.desk-head h1')).toHaveText(subject)

/** Ways to be done with a request and to go on to the next one, by keyboard. */
const ways: ((page: Page) => Promise<void>)[] = [
  async function writesAnAnswer(page) {
    await page.keyboard.press('r')
    await page.keyboard.type('Guten Tag, das ist eingerichtet.')
    await page.keyboard.press('Control+Shift+Enter')
  },
  async function answersByTemplate(page) {
    await page.keyboard.press('v')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('#f-message')).toHaveValue(/Guten Tag Rosa Quitte/)
    await expect(page.locator('#f-message')).toBeFocused()
    await page.keyboard.press('Control+Shift+Enter')
  },
  async function runsAMacro(page) {
    await page.keyboard.press('m')
    await page.keyboard.press('l')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Makro ausgeführt.')).toBeVisible()
    await page.keyboard.press('j')
  },
  async function solvesWithoutAWord(page) {
    await page.keyboard.press('t')
    await expect(page.locator('.desk-facts summary').first()).toContainText('Tobias Lindner')
    await page.keyboard.press('e')
    await expect(page.locator('.desk-head-line')).toContainText('Gelöst')
    await page.keyboard.press('j')
  },
]

test('twenty requests by keyboard alone', async ({ page }) => {
  await signIn(page, 'Tobias Lindner')
  const word = `Tastenfrage${Date.now() % 100_000}`
  // The newest stands first in the list.
  for (let n = MANY; n > 0; n--) await called(page, `${word} ${n}`, 'Wie geht das?')
  await page.goto('/de/desk')
  await awake(page)
  await expectAccessible(page)
  await page.keyboard.press('/')
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-queue-row]')).toHaveCount(MANY)
  await expect(page.getByRole('link', { name: `Suche: „${word}“` })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  for (let n = 1; n <= MANY; n++) {
    await opened(page, `${word} ${n}`)
    if (n === 1) await expectAccessible(page)
    await ways[n % ways.length]?.(page)
  }
  // Below the last one the list begins again. Nothing in it is left to be dealt with: half is solved, half waits for an answer.
  await opened(page, `${word} 1`)
  await page.keyboard.press('u')
  await expect(page.locator('.desk-head')).toHaveCount(0)
  await expect(page.locator('[data-queue-row]')).toHaveCount(MANY)
  await expect(page.locator('[data-queue-row]', { hasText: 'Gelöst' })).toHaveCount(MANY / 2)
  await expect(page.locator('[data-queue-row]', { hasText: 'Wartet auf Antwort' })).toHaveCount(MANY / 2)
  await page.keyboard.press('1')
  await expect(page.locator('.desk-list-title')).toHaveText('Für mich')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible()
})

test('two at one request see each other, and what the other does', async ({ page, browser }) => {
  await signIn(page, 'Tobias Lindner')
  const reference = await called(page, 'Zwei an einer Sache', 'Wer kümmert sich?')
  const andreas = await another(browser, 'Andreas Konstantinou')
  await andreas.goto(`/de/desk/${reference}`)
  await awake(andreas)
  await page.goto(`/de/desk/${reference}`)
  await awake(page)
  await expect(andreas.locator('[data-presence]')).toHaveText(/Tobias Lindner/)
  await page.keyboard.press('r')
  await page.keyboard.type('Ich schreibe gerade')
  await expect(andreas.locator('[data-presence]')).toHaveText(/Tobias Lindner schreibt/)
  await andreas.keyboard.press('t')
  await expect(andreas.locator('.desk-facts summary').first()).toContainText('Andreas Konstantinou')
  // At the other one without a reload, and the text that is being written stays.
  await expect(page.locator('.desk-facts summary').first()).toContainText('Andreas Konstantinou')
  await expect(page.locator('#f-message')).toHaveValue('Ich schreibe gerade')
  await andreas.keyboard.press('r')
  await andreas.keyboard.type('Schon erledigt.')
  await andreas.keyboard.press('Control+Enter')
  await expect(andreas.getByText('Antwort gesendet.')).toBeVisible()
  await expect(page.locator('[data-part="case"]')).toContainText('Schon erledigt.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Inzwischen hat/)).toBeVisible()
  // Closing it without a solution asks why; the other one sees that, too.
  await andreas.keyboard.press('c')
  await andreas.getByLabel('Nicht unsere Zuständigkeit').check()
  await expectAccessible(andreas)
  await andreas.getByRole('button', { name: 'Ohne Lösung schließen' }).click()
  await expect(andreas.getByText('Geschlossen. Der Grund steht')).toBeVisible()
  await expect(page.locator('[data-part="case"]')).toContainText('Andreas Konstantinou: Nicht unsere Zuständigkeit')
  await andreas.context().close()
})

test('an article is written from a solved request, reviewed, published and found', async ({ page, browser }) => {
  await signIn(page, 'Tobias Lindner')
  const title = `Wallbox piept zweimal ${Date.now() % 100_000}`
  const reference = await called(
    page,
    title,
    'Guten Tag,\n\nmeine Wallbox piept zweimal und lädt nicht.\n\nRosa Quitte',
  )
  await page.goto(`/de/desk/${reference}`)
  await awake(page)
  await page.keyboard.press('r')
  await page.keyboard.type('Guten Tag Frau Quitte, bitte schalten Sie den Fehlerstromschutz einmal aus und wieder ein.')
  await page.getByLabel('Danach').selectOption({ label: 'Gelöst' })
  await page.getByRole('button', { name: /^Senden/ }).click()
  await expect(page.getByText('Antwort gesendet.')).toBeVisible()
  await page.keyboard.press('d')

  await expect(page.getByText(`${reference} · ${title}`)).toBeVisible()
  await expect(page.getByText('Bitte schalten Sie den Fehlerstromschutz einmal aus und wieder ein.')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Quitte')
  await expectAccessible(page)
  await page.getByLabel('Kategorie').selectOption({ label: 'Elektromobilität' })
  await page.getByRole('button', { name: 'Anlegen und schreiben' }).click()
  await expect(page.locator('.cm-content')).toContainText('Fehlerstromschutz')
  await expect(page.getByRole('link', { name: `${reference} · ${title}` })).toBeVisible()
  await page.getByRole('button', { name: 'Speichern und einreichen' }).click()
  await expect(page.getByText('Eingereicht.')).toBeVisible()

  const reviewer = await another(browser, 'Claudia Wagner')
  await reviewer.goto('/de/admin/review')
  await reviewer.getByRole('link', { name: title }).click()
  await expect(reviewer.locator('.cm-content')).toContainText('Fehlerstromschutz')
  // Who reviews articles has no business at the desk: the request is not named.
  await expect(reviewer.getByText(reference)).toHaveCount(0)
  await reviewer.getByRole('button', { name: 'Speichern und veröffentlichen' }).click()
  await expect(reviewer.getByText('Veröffentlicht und ab sofort zu finden.')).toBeVisible()
  await reviewer.context().close()

  await page.goto(`/de/desk/${reference}`)
  await expect(page.locator('[data-part="context"]').getByRole('link', { name: title }).first()).toBeVisible()
  await expect(page.locator('[data-part="case"]').getByText('Artikel begonnen:')).toBeVisible()
  const visitor = await (await browser.newContext()).newPage()
  await expect(async () => {
    await visitor.goto(`/de/search?q=${encodeURIComponent(title)}`)
    await expect(visitor.locator('.result').getByRole('link', { name: title }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await visitor.context().close()
})

test.describe('on a telephone', () => {
  test.use(phone)

  test('the pages of the desk are accessible', async ({ page }) => {
    await signIn(page, 'Tobias Lindner')
    for (const path of [
      '/de/desk?queue=to-do&priority=2',
      '/el/desk/phrases',
      '/de/desk/people',
      '/en/desk/known-errors',
    ]) {
      await page.goto(path)
      await expectAccessible(page)
    }
    await page.goto('/de/desk/known-errors')
    await page.getByRole('link', { name: 'Brückennetz Oststadt fällt abends aus' }).click()
    await expectAccessible(page)
    const incident = page.url().split('/').at(-1)
    await page.goto(`/de/incidents/${incident}`)
    await expectAccessible(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/de/desk/phrases')
    await page.locator('summary', { hasText: 'Neue Vorlage' }).click()
    await expectAccessible(page)
  })
})
