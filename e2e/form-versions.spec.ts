import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test } from './journey.ts'

const NOTE = { key: 'hint', type: 'note', label: { de: 'Hinweis' }, hint: { de: 'Wir melden uns.' } }

async function bring(page: Page, file: object | string) {
  await page.goto('/de/admin/forms')
  await page.getByText('Aus einer Datei holen').click()
  await page.getByLabel('Formulardatei').setInputFiles({
    name: 'formular.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
  })
  await page.getByRole('button', { name: 'Formular holen' }).click()
}

test('a form goes out as a file, comes in again, is compared, looked at, and goes back to what it was', async ({
  page,
}) => {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name: 'Renate Seidl' }).click()
  await expect(page.locator('.bell')).toBeAttached()

  // Out, as a file that names its schema.
  await page.goto('/de/admin/forms/software-access')
  await page.locator('main summary', { hasText: 'Mehr' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Als Datei speichern' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('software-access.json')
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect((await page.request.get(file.$schema)).ok()).toBe(true)

  // In, as another form: there, but not published yet.
  const key = `copy-${Date.now().toString(36)}`
  const condition = { field: 'level', is: 'oneOf', value: ['write'] }
  const more = { id: 'more', title: { de: 'Noch etwas' }, when: condition, fields: [NOTE] }
  const copy = { ...file, key, definition: { ...file.definition, pages: [...file.definition.pages, more] } }
  await bring(page, copy)
  await expect(page.getByText('Das Formular ist da. Es ist noch nicht veröffentlicht.')).toBeVisible()
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(page.getByText('Veröffentlicht', { exact: true })).toBeVisible()

  // The Enter key saves what is typed, and takes no condition away.
  await page.goto(`/de/admin/forms/${key}?page=more`)
  await page.locator('input[name="title.de"]').fill('Noch etwas dazu')
  await page.locator('input[name="title.de"]').press('Enter')
  await expect(page.getByRole('heading', { name: 'Seite „Noch etwas dazu“' })).toBeVisible()
  await expect(page.locator('select[name="when.0.is"]')).toHaveValue('oneOf')

  // In once more, with other words and one question less: the next version of the same form.
  const [first, ...others] = copy.definition.pages[0].fields
  const definition = {
    ...copy.definition,
    title: { ...copy.definition.title, de: 'Zugang, neu gefasst' },
    pages: [{ ...copy.definition.pages[0], fields: others }, ...copy.definition.pages.slice(1)],
  }
  await bring(page, { ...copy, definition })
  await expect(page.getByText('Die Datei ist die neueste Version des Formulars.')).toBeVisible()
  const gone = `Frage „${first.label.de}“ entfernt`
  await page.getByText(/Noch nicht veröffentlicht: /).click()
  await expect(page.getByText(gone)).toBeVisible()

  // An earlier version is looked at before one goes back to it.
  await page.getByRole('link', { name: /Versionen/ }).click()
  await expect(page.getByText('Name oder Beschreibung geändert')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ansehen 1' }).click()
  await expect(page.getByText(`Frage „${first.label.de}“ hinzugefügt`)).toBeVisible()
  await expect(page.locator('.builder-preview').getByText(first.label.de).first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(phone.viewport)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Zurück zu dieser Version' }).click()
  await expect(page.getByText('Die frühere Version ist wieder die neueste.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: copy.definition.title.de })).toBeVisible()
})

test('what is no form is not taken, and says why', async ({ page }) => {
  await page.goto('/de/sign-in')
  await page.getByRole('button', { name: 'Renate Seidl' }).click()
  await expect(page.locator('.bell')).toBeAttached()
  for (const wrong of ['keine Klammern', { kind: 'theke.form', version: 1, key: 'x' }]) {
    await bring(page, wrong)
    await expect(page.getByRole('alert')).toContainText(/keine Formulardatei|In der Datei stimmt etwas nicht/)
  }
  await page.goto('/de/admin/forms')
  await page.getByText('Aus einer Datei holen').click()
  await page.getByRole('button', { name: 'Formular holen' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
})
