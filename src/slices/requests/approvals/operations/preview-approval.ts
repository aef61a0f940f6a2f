import { z } from 'zod'
import { NOBODY } from '../../../../kernel/audience.ts'
import type { Answers } from '../../../../kernel/form/answers.ts'
import { holds } from '../../../../kernel/form/condition.ts'
import { defineOperation } from '../../../../kernel/operation.ts'
import { Id } from '../../../../kernel/schema.ts'
import { factsOfPerson, namesOfPersons, teamChoices } from '../../../identity/index.ts'
import { mayDefine } from '../../process/may-define.ts'
import { ApprovalChain } from '../definition.ts'
import { directoryFor } from '../directory.ts'
import { startRun } from '../rules.ts'
import { stepTitle } from '../views.ts'
import { whoWouldBeAsked } from '../who-is-asked.ts'

const Preview = z.object({
  stages: z.array(
    z.object({
      need: z.enum(['all', 'any']),
      steps: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          isSkipped: z.boolean().describe('Its condition does not hold'),
          people: z.array(
            z.object({
              name: z.string(),
              via: z.enum(['named', 'manager', 'substitute', 'fallback', 'overseer', 'escalation']),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** Who would be asked, if somebody ordered this for somebody at this amount. Decides nothing, and keeps nothing. */
export const previewApproval = defineOperation({
  name: 'requests.previewApproval',
  summary: 'See who would be asked by an approval chain, for a requester, a beneficiary, an amount and answers',
  kind: 'query',
  http: { method: 'POST', path: '/approvals/preview' },
  channels: ['web', 'api'],
  requires: 'signed-in',
  input: z.object({
    chain: ApprovalChain,
    requesterId: Id,
    beneficiaryId: Id.optional(),
    /** In units of the currency. */
    amount: z.coerce.number().min(0).max(1e9).optional(),
    values: z.record(z.string(), z.unknown()).default({}),
  }),
  output: Preview,
  // Who reports to whom is not for everybody.
  access: (ctx) => mayDefine(ctx.actor),
  async handle(ctx, { chain, requesterId, beneficiaryId = requesterId, amount, values }) {
    const facts = (await factsOfPerson(ctx, requesterId)) ?? NOBODY
    const answers = { ...values, ...(amount === undefined ? {} : { amount }) } as Answers
    const parties = { requesterId, beneficiaryId }
    const run = startRun(chain, parties, (step) => step.when === undefined || holds(step.when, answers, facts))
    const directory = await directoryFor(ctx, [{ chain, ...parties }])
    const stages = chain.stages.map((stage, n) => ({
      need: stage.need,
      steps: stage.steps.map((step, position) => ({
        step,
        isSkipped: run.steps[n]?.[position]?.state === 'skipped',
        people: whoWouldBeAsked(run, step, directory),
      })),
    }))
    const names = await namesOfPersons(
      ctx,
      stages.flatMap(({ steps }) => steps.flatMap(({ people }) => people.map(({ id }) => id))),
    )
    const teams = new Map((await teamChoices(ctx)).map((team) => [team.id, team.name]))
    return {
      stages: stages.map(({ need, steps }) => ({
        need,
        steps: steps.map(({ step, isSkipped, people }) => ({
          key: step.key,
          title: stepTitle(ctx, step, teams),
          isSkipped,
          people: people.map(({ id, via }) => ({ name: names.get(id) ?? '—', via })),
        })),
      })),
    }
  },
})
