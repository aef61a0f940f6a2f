import type { Operation } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { HttpServices } from './services.ts'

/**
 * Refuses what changes something, or is not for everybody, before there is an administrator. Reading what everybody may read does no harm:
 * imports can be tried out.
 */
export async function refuseBeforeSetUp(services: HttpServices, { kind, requires }: Operation): Promise<void> {
  if (kind === 'query' && requires === 'anyone') return
  if (await services.identification.isSetUp(services.db)) return
  throw new Refusal('unavailable', { reason: 'identity.set_up_needed', key: 'identity.setUp.needed' })
}
