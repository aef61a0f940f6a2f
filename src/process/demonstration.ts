import { join } from 'node:path'
import { loadDemonstration } from '../platform/demonstration/load-demonstration.ts'
import { slices } from '../slices.ts'
import type { Theke } from '../theke.ts'
import { checkout } from './checkout.ts'

const folder = join(checkout, 'demo')

/** Loads the demonstration content where that has not been done, saying so. */
export function loadDemo(theke: Pick<Theke, 'runner'>, say: (text: string) => void) {
  return loadDemonstration({
    runner: theke.runner,
    slices,
    folder,
    onLoad: (slice) => say(`Loading the demonstration content: ${slice} …`),
  })
}

/** The accounts that one can try the demonstration with, as lines to print. */
export async function demoAccountLines(): Promise<string[]> {
  const accounts = (await Promise.all(slices.map((slice) => slice.demoAccounts?.(folder) ?? []))).flat()
  if (accounts.length === 0) return []
  const width = (column: 'role' | 'email') => Math.max(...accounts.map((account) => account[column].length))
  const lines = accounts.map(
    ({ role, email, password }) => `  ${role.padEnd(width('role'))}  ${email.padEnd(width('email'))}  ${password}`,
  )
  return ['', 'Accounts of the demonstration (role, address, password):', ...lines]
}
