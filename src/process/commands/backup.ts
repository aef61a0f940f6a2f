import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../../package.json'
import { UsageProblem } from '../../kernel/command.ts'
import { noteBackup } from '../../platform/backup/note-backup.ts'
import { writeBackup } from '../../platform/backup/write-backup.ts'
import { secretOf } from '../../platform/config/secret.ts'
import { joinServer } from '../../platform/database/open.ts'
import { openStore } from '../../platform/files/index.ts'
import type { InstallationCommand } from './installation-command.ts'

/** Writes one file with the database, the files and the secret; the installation may be running. */
export const backup: InstallationCommand = {
  name: 'backup',
  usage: '[<file or folder>]',
  summary: 'Write everything into one file, from a running or a stopped Theke',
  async run({ config, words, path, say }) {
    if (words.length > 1) throw new UsageProblem('One file or folder, please.')
    const target = targetOf(path(words[0] ?? '.'))
    const server = await joinServer(config, { info: say, warn: say }, 'theke backup')
    try {
      say(`Writing ${target}`)
      const secret = secretOf(config.secret, config.dataFolder)
      const { store } = openStore(config)
      const { rows, files, missing } = await writeBackup({
        url: server.url,
        path: target,
        store,
        secret,
        version,
        onProgress: say,
      })
      await noteBackup(server.url, new Date())
      const megabytes = (statSync(target).size / 1e6).toFixed(1)
      say(
        `Done: ${rows} rows, ${files} files, ${megabytes} MB, with checksums. Keep it safe: it holds personal data and the secret.`,
      )
      if (missing.length === 0) return 0
      say(
        `${missing.length} files are in the database but not in the store, and so not in the backup: ${missing.join(', ')}`,
      )
      return 1
    } finally {
      await server.stop()
    }
  },
}

function targetOf(path: string) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return path
  const moment = new Date().toISOString().slice(0, 16).replace(':', '')
  return join(path, `theke-${moment}.tar.gz`)
}
