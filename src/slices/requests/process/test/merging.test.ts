import { beforeAll, expect, test } from 'vitest'
import type { Call } from '../../../../kernel/runner.ts'
import { openTheke } from '../../../../test/theke.ts'
import { changeState } from '../../desk/operations/change-state.ts'
import { merge } from '../../desk/operations/merge.ts'
import { unmerge } from '../../desk/operations/unmerge.ts'
import { processBuilders } from './builders.ts'

let now = new Date('2026-11-24T09:00:00Z')
let theke: Awaited<ReturnType<typeof openTheke>>
let build: ReturnType<typeof processBuilders>
let petra: Call

beforeAll(async () => {
  theke = await openTheke({ now: () => now })
  build = processBuilders(theke)
  await build.hours()
  petra = await build.person('Petra', ['requests.work'])
})

test('what is being approved is merged into nothing else; others are merged into it', async () => {
  const [anna, boss] = [await build.person('Anna'), await build.person('Boss')]
  const step = { key: 'one', approver: { kind: 'person' as const, personId: build.idOf(boss) } }
  const { id, reference } = await build.order(anna, [
    { approval: { stages: [{ need: 'all', steps: [step] }] } },
  ] as never)
  const other = await build.write(anna)
  await expect(theke.runner.run(merge, petra, { reference, into: other.reference })).rejects.toMatchObject({
    reason: 'requests.under_way',
  })
  expect((await build.stateOf(id)).state).toBe('approval')
  await theke.runner.run(merge, petra, { reference: other.reference, into: reference })
  expect(await build.waiting(boss)).toHaveLength(1)
})

test('what was merged and taken apart again waits as before, and is not closed in any figure', async () => {
  const anna = await build.person('Anna')
  const [one, other] = [await build.write(anna), await build.write(anna)]
  await theke.runner.run(changeState, petra, { reference: one.reference, state: 'waiting' })
  await theke.runner.run(merge, petra, { reference: one.reference, into: other.reference })
  now = new Date('2026-11-24T15:00:00Z')
  const { state } = await theke.runner.run(unmerge, petra, { reference: one.reference })
  expect(state).toBe('waiting')
  const row = await theke.db
    .selectFrom('requests')
    .select(['closed_at', 'paused_at'])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ closed_at: null, paused_at: now })
})
