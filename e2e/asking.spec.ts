import { expect, expectAccessible, phone, test, withoutScript } from './journey.ts'

/** The same three things in each language: a question understood, one narrowed down, and one refused. */
const ASKED = [
  {
    lang: 'de',
    wordy: 'Hallo, ich wüste gern wie und bis wann ich meinen Zälerstand durchgeben mus',
    title: 'Zählerstand ablesen und melden',
    ambiguous: 'Störung',
    question: 'Um welches Produkt geht es?',
    option: /^Internet und Telefon/,
    about: /Internet/,
    vain: 'Wie backe ich einen Marmorkuchen?',
    refused: 'Das wissen wir nicht sicher',
    write: 'Mit dieser Frage schreiben',
  },
  {
    lang: 'en',
    wordy: 'hi could you tell me how i shoud report my meter readding please',
    title: 'Read your meter and report the reading',
    ambiguous: 'price',
    question: 'Which topic is it about?',
    option: /^E-mobility/,
    about: /charging/i,
    vain: 'How do I bake a marble cake?',
    refused: 'We do not know this for certain',
    write: 'Write with this question',
  },
  {
    lang: 'el',
    wordy: 'γεια σας πως μπορω να δηλωσω την ενδιξη του μετρητη μου',
    title: 'Ανάγνωση και δήλωση ένδειξης μετρητή',
    ambiguous: 'βλάβη',
    question: 'Ποιο προϊόν αφορά;',
    option: /^Ίντερνετ και τηλέφωνο/,
    about: /ίντερνετ/i,
    vain: 'Πώς φτιάχνω κέικ σοκολάτας;',
    refused: 'Δεν το γνωρίζουμε με βεβαιότητα',
    write: 'Γράψτε μας με αυτή την ερώτηση',
  },
] as const

for (const asked of ASKED)
  test.describe(`asking in ${asked.lang}, without JavaScript on a phone`, () => {
    test.use({ ...phone, ...withoutScript })

    test('understood, narrowed down in two taps, and honestly refused', async ({ page }) => {
      await page.goto(`/${asked.lang}/search?q=${encodeURIComponent(asked.wordy)}`)
      await expect(page.locator('.result.best h3')).toHaveText(asked.title)
      await expect(page.locator('.result.best .passage mark').first()).toBeVisible()

      await page.goto(`/${asked.lang}/search?q=${encodeURIComponent(asked.ambiguous)}`)
      const clarify = page.getByRole('navigation', { name: asked.question })
      await clarify.getByRole('link', { name: asked.option }).click()
      await expect(page.locator('.result.best h3').first()).toHaveText(asked.about)
      // What was answered stands in the address: it survives a reload, and can be taken back.
      await page.reload()
      await expect(page.locator('.result.best h3').first()).toHaveText(asked.about)
      await page.locator('.pill.on').first().click()
      await expect(clarify).toBeVisible()

      await page.goto(`/${asked.lang}/search?q=${encodeURIComponent(asked.vain)}`)
      await expect(page.getByRole('heading', { name: asked.refused })).toBeVisible()
      await page.getByRole('link', { name: asked.write }).click()
      await expect(page.locator('main')).toContainText(asked.vain)
      await expect(page.locator('input[name=subject]')).toHaveValue(asked.vain)
    })
  })

test('what was searched and read in the tab goes along to a person, unless it is left out', async ({ page }) => {
  await page.goto('/de/search?q=wie%20melde%20ich%20meinen%20z%C3%A4hlerstand')
  await page.locator('.result.best h3 a').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Zählerstand ablesen und melden' })).toBeVisible()
  await page.goto('/de/search?q=Wie%20backe%20ich%20einen%20Marmorkuchen%3F')
  await page.getByRole('link', { name: 'Mit dieser Frage schreiben' }).click()
  const along = page.locator('theke-island[name="trail"] .notice')
  await expect(along).toContainText('wie melde ich meinen zählerstand')
  await expect(along).toContainText('Zählerstand ablesen und melden')
  await expectAccessible(page)
  await along.getByRole('button', { name: 'Nicht mitschicken' }).click()
  await expect(along).toHaveCount(0)
})

test('somebody who is signed in is answered from their own data', async ({ page }) => {
  await page.goto('/de/sign-in?next=/de/search?q=Was%20ist%20bei%20mir%20noch%20offen')
  await page.getByLabel('E-Mail-Adresse').first().fill('elif.yildiz@lindaubrueck.example')
  await page.getByLabel('Passwort', { exact: true }).fill('theke-zum-ausprobieren')
  await page.getByRole('button', { name: 'Anmelden' }).first().click()
  await page.goto('/de/search?q=Was%20ist%20bei%20mir%20noch%20offen')
  const own = page.locator('.own-answer')
  await expect(own).toContainText('offene')
  await expectAccessible(page)
  await own.getByRole('link', { name: 'Meine Anliegen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Meine Anliegen' })).toBeVisible()
})
