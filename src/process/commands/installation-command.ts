import type { CommandLine } from '../../kernel/command.ts'
import type { Config } from '../../platform/config/config.ts'

/** A command on the installation as a whole, below its operations. May give an exit code. */
export interface InstallationCommand {
  name: string
  summary: string
  usage: string
  // biome-ignore lint/suspicious/noConfusingVoidType: most commands end with nothing, which means success
  run(line: Omit<CommandLine, 'runner'> & { config: Config }): Promise<number | void>
}
