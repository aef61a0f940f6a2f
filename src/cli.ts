import { isAbsolute, join } from 'node:path'
import { type Command, type CommandLine, UsageProblem } from './kernel/command.ts'
import { Refusal } from './kernel/refusal.ts'
import { BackupProblem } from './platform/backup/archive.ts'
import { ConfigProblem, readConfig } from './platform/config/config.ts'
import { DatabaseProblem } from './platform/database/problem.ts'
import { parseWords } from './process/command-words.ts'
import { installationCommands } from './process/commands/commands.ts'
import type { InstallationCommand } from './process/commands/installation-command.ts'
import { openInstallation } from './process/open-installation.ts'
import { slices } from './slices.ts'

// The command line: `npm run theke -- <command> …`, on a running or a stopped installation.
const say = (text: string) => process.stdout.write(`${text}\n`)
const sliceCommands = slices.flatMap((slice) => slice.commands ?? [])
const [name = 'help', ...rest] = process.argv.slice(2)

// Whoever called has gone (the channel closes even after kill -9): nobody is left to read the outcome.
process.on('disconnect', () => process.exit(130))
process.exit(await run())

async function run(): Promise<number> {
  const own = installationCommands.find((command) => command.name === name)
  const ofSlice = sliceCommands.find((command) => command.name === name)
  const command = own ?? ofSlice
  if (!command) return help(name)
  try {
    const { words, options } = parseWords(rest, command.usage)
    const config = readConfig(process.env)
    if (own) return (await own.run({ config, words, options, path, say })) ?? 0
    const installation = await openInstallation(config, `theke ${name}`, say)
    try {
      await ofSlice?.run({ words, options, path, say, runner: installation.theke.runner } satisfies CommandLine)
    } finally {
      await installation.close()
    }
    return 0
  } catch (error) {
    process.stderr.write(`\n${toText(error as Error, command)}\n`)
    return 1
  } finally {
    process.removeAllListeners('disconnect')
  }
}

function help(wanted: string): number {
  const known = ['help', '--help', '-h'].includes(wanted)
  if (!known) say(`There is no command "${wanted}".\n`)
  say('Usage: npm run theke -- <command>\n')
  say('  start\n      Start Theke, as npm start does')
  for (const { name, usage, summary } of [...installationCommands, ...sliceCommands]) {
    say(`  ${name} ${usage}`.trimEnd())
    say(`      ${summary}`)
  }
  return known ? 0 : 1
}

function path(word: string) {
  return isAbsolute(word) ? word : join(process.env['THEKE_CALLED_FROM'] ?? process.cwd(), word)
}

function toText(error: Error, command: Command | InstallationCommand) {
  if (error instanceof UsageProblem) {
    return `${error.message}\nUsage: npm run theke -- ${command.name} ${command.usage}`
  }
  const known = [ConfigProblem, DatabaseProblem, BackupProblem].some((kind) => error instanceof kind)
  if (known) return error.message
  if (error instanceof Refusal) return refusalText(error)
  return error.stack ?? error.message
}

function refusalText({ code, reason, issues, cause }: Refusal) {
  const details = issues.map((issue) => `  ${issue.path.join('.')}: ${issue.key}`)
  const why = cause instanceof Error ? ` (${cause.message})` : ''
  return [`Refused: ${reason ?? code}${why}`, ...details].join('\n')
}
