import { readFileSync, writeFileSync } from 'node:fs'
import { describeIcons } from './icons.ts'
import { describeMessages } from './messages.ts'
import { describeTables, tablesAreFresh } from './tables.ts'

// Writes src/generated/*. With --check it writes nothing and fails when something is stale; with --all it does not
// trust the fingerprint in tables.ts and asks a database.
const MESSAGES = 'src/generated/messages.ts'
const ICONS = 'src/generated/icons.ts'
const TABLES = 'src/generated/tables.ts'
const check = process.argv.includes('--check')
const stale: string[] = []

const messages = describeMessages()
if (messages !== readOrEmpty(MESSAGES)) write(MESSAGES, messages)

const icons = describeIcons()
if (icons !== readOrEmpty(ICONS)) write(ICONS, icons)

if (!tablesAreFresh(readOrEmpty(TABLES)) || process.argv.includes('--all')) {
  write(TABLES, check ? '' : await describeTables())
}

if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run "npm run generate" and commit what it writes.`)
  process.exit(1)
}

function write(path: string, text: string) {
  if (check) stale.push(path)
  else {
    writeFileSync(path, text)
    console.log(`${path} written`)
  }
}

function readOrEmpty(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
