import type { Runner } from './runner.ts'

/** A command of the command line (`npm run theke -- <name> …`) that works on the installation through its operations. */
export interface Command {
  name: string
  /** One line for the list of commands, in English: the command line speaks to whoever operates Theke. */
  summary: string
  /** How it is called, after the name: `<file> --as articles [--dry-run]`. */
  usage: string
  run(line: CommandLine): Promise<void>
}

/** What a command is given. */
export interface CommandLine {
  /** Words after the command's name that are no options. */
  words: string[]
  /** `--as articles` and `--as=articles` → 'articles'; `--dry-run` → true. */
  options: Record<string, string | true>
  runner: Runner
  /** The file or folder that a word names, seen from where the person was. */
  path(word: string): string
  /** Tells the person one line. */
  say(text: string): void
}

/** Wrong use of a command: shown with how it is called. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}
