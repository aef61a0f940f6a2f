import { expect, expectAccessible, test } from './journey.ts'

test('Theke is open, answers for its health, and greets in the reader’s language', async ({ page, request }) => {
  expect((await request.get('/healthz')).status()).toBe(200)
  expect((await request.get('/readyz')).status()).toBe(200)
  expect(await (await request.get('/metrics')).text()).toContain('process_resident_memory_bytes')

  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('main')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/el')
  await expect(page.locator('html')).toHaveAttribute('lang', 'el')
})
