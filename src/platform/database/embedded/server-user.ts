import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { DatabaseProblem } from '../problem.ts'
import type { Programs } from './programs.ts'

/**
 * As whom the database server runs. PostgreSQL refuses to run as root, so that root has to hand it to somebody else:
 * to another user when that user can reach the data folder and the programs, else (below /root, for example) to the
 * same root seen as "nobody" from inside a user namespace.
 */
export type ServerUser = { spawn: { uid?: number; gid?: number }; wrap: string[]; own(path: string): void }

type Account = { name: string; uid: number; gid: number }

const INSIDE_NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** Decides as whom the server for the cluster in `folder` runs; an existing cluster stays with its owner. */
export function chooseServerUser(folder: string, cluster: string, programs: Programs): ServerUser {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new DatabaseProblem(
        `The database in ${cluster} belongs to another user (number ${owner.uid}). Start Theke as that user, hand the folder over with "chown -R", or set THEKE_DATA to another folder.`,
      )
    }
    return { spawn: {}, wrap: [], own: () => undefined }
  }
  if (owner) return owner.uid === 0 ? inNamespace() : asAccount(owner)

  const known = accounts().filter(({ name }) => name === 'postgres' || name === 'theke')
  const reachable = known.find((account) => canReach(account, folder, programs))
  if (reachable) return asAccount(reachable)
  if (namespaceWorks(programs)) return inNamespace()
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'theke'])
  const created = accounts().find((account) => account.name === 'theke' || account.name === 'nobody')
  if (created && canReach(created, folder, programs)) return asAccount(created)
  throw new DatabaseProblem(
    `PostgreSQL does not run as root, and no other user can reach ${folder}. Move Theke to a folder that others may enter (for example /opt/theke), start it as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`,
  )
}

function asAccount({ uid, gid }: { uid: number; gid: number }): ServerUser {
  return { spawn: { uid, gid }, wrap: [], own: (path) => chownSync(path, uid, gid) }
}

function inNamespace(): ServerUser {
  return { spawn: {}, wrap: INSIDE_NAMESPACE, own: () => undefined }
}

function accounts(): Account[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

function canReach({ uid, gid }: Account, folder: string, programs: Programs) {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$0" && exec "$1" --version', folder, programs.postgres], {
    uid,
    gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return probe.status === 0
}

function namespaceWorks(programs: Programs) {
  const [command = '', ...args] = [...INSIDE_NAMESPACE, programs.postgres, '--version']
  return spawnSync(command, args, { cwd: '/', stdio: 'ignore' }).status === 0
}
