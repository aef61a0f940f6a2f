import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineOperation } from '../kernel/operation.ts'
import { callBy, openTheke } from './theke.ts'

let theke: Awaited<ReturnType<typeof openTheke>>
let asked = 0
const readSomething = defineOperation({
  name: 'test.readSomething',
  summary: 'Count how often it was really asked',
  kind: 'query',
  channels: ['web'],
  requires: 'anyone',
  shared: true,
  input: z.object({ of: z.string() }),
  output: z.object({ asked: z.number(), secret: z.boolean() }),
  handle: async (ctx) => ({ asked: ++asked, secret: ctx.actor.audiences.has('staff') }),
})

beforeAll(async () => {
  theke = await openTheke()
})

describe('a shared answer', () => {
  const read = (call: ReturnType<typeof callBy>, of = 'x') => theke.runner.run(readSomething, call, { of })

  it('is given to others of whom the same is true, and to nobody else', async () => {
    const first = await read(callBy())
    expect(await read(callBy({ personId: '0194c2a0-0000-7000-8000-000000000001' }))).toEqual(first)
    const staff = await read(callBy({ audiences: new Set(['staff']) }))
    expect(staff).toMatchObject({ secret: true })
    expect(await read(callBy({ audiences: new Set(['staff', 'other']) }))).not.toEqual(staff)
    expect(await read(callBy({ portal: 'employees' }))).not.toEqual(first)
    expect(await read(callBy({}, 'el'))).not.toEqual(first)
    expect(await read(callBy(), 'y')).not.toEqual(first)
    expect(await read(callBy())).toEqual(first)
  })

  // Before anything is committed: what other processes hear of a commit comes back a little later, and clears as well.
  it('stays when a transaction was rolled back', async () => {
    const before = await read(callBy())
    const failed = theke.runner.inCtx(callBy(), async (ctx) => {
      ctx.emit({ type: 'article.published', subject: { kind: 'article', id: 'x' } })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await read(callBy())).toEqual(before)
  })

  it('is asked for anew as soon as something was committed that everybody sees', async () => {
    const before = await read(callBy())
    await theke.runner.inCtx(callBy(), async (ctx) =>
      ctx.emit({ type: 'article.published', subject: { kind: 'article', id: 'x' } }),
    )
    expect(await read(callBy())).not.toEqual(before)
  })
})
