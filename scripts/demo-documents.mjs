// Prints the manuals of the demonstration, demo/documents/src/*.html, to PDF: with text, bookmarks, tags and page numbers.
// Run: node scripts/demo-documents.mjs. Needs a Chromium; CHROMIUM names it when it is not /usr/bin/chromium.
import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const folder = resolve('demo/documents')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-sync', '--no-first-run'],
})
const page = await browser.newPage()
for (const file of readdirSync(`${folder}/src`).filter((name) => name.endsWith('.html'))) {
  await page.goto(pathToFileURL(`${folder}/src/${file}`).href)
  await page.evaluate(() => document.fonts.ready)
  const path = `${folder}/${file.replace('.html', '.pdf')}`
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  console.log(`${path} ${Math.round(statSync(path).size / 1024)} kB`)
}
await browser.close()
