import { demoAccountLines, loadDemo } from '../demonstration.ts'
import { openInstallation } from '../open-installation.ts'
import type { InstallationCommand } from './installation-command.ts'

/** Loads the demonstration content into an installation that was started without. */
export const demo: InstallationCommand = {
  name: 'demo',
  summary: 'Load the demonstration content, where that has not been done yet',
  usage: '',
  async run({ config, say }) {
    const installation = await openInstallation(config, 'theke demo', say)
    try {
      await loadDemo(installation.theke, say)
      for (const line of await demoAccountLines()) say(line)
      say('Done.')
    } finally {
      await installation.close()
    }
  },
}
