import type { z } from 'zod'
import type { FlowLookup } from '../../kernel/flow-parts.ts'
import { listMine } from './operations/list-mine.ts'

/** "Is it about one of these?": one's own requests that are not done yet. */
export const openRequests: FlowLookup = {
  name: 'requests.open',
  title: 'requests.lookup.open',
  operation: listMine,
  input: { show: 'open', limit: 10 },
  pick: ({ items }: z.output<typeof listMine.output>) =>
    items.map(({ reference, subject }) => ({ value: reference, label: subject, hint: reference })),
}
