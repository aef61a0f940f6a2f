import { z } from 'zod'
import { lastBackup } from '../../../kernel/backup.ts'
import { defineOperation } from '../../../kernel/operation.ts'
import { Instant } from '../../../kernel/schema.ts'
import { countMails } from '../store/mails.ts'
import { listFailedJobs, readFigures } from '../store/operation.ts'

/** How the installation is running: figures of database, files, jobs, mails, search. */
export const readOperation = defineOperation({
  name: 'administration.readOperation',
  summary: 'How the installation is running: database, files, jobs, mails, search',
  kind: 'query',
  http: { method: 'GET', path: '/operation' },
  channels: ['web', 'api'],
  requires: 'platform.manage',
  input: z.object({}),
  output: z.object({
    database: z.object({ version: z.string(), bytes: z.number(), connections: z.number() }),
    files: z.object({ count: z.number(), bytes: z.number() }),
    jobs: z.object({
      waiting: z.number(),
      failed: z.number(),
      latestFailed: z.array(z.object({ id: z.string(), job: z.string(), error: z.string(), at: Instant })),
    }),
    mails: z.object({ queued: z.number(), sent: z.number(), failed: z.number(), kept: z.number() }),
    search: z.object({ things: z.number(), words: z.number(), bytes: z.number() }),
    lastBackup: Instant.nullable(),
    process: z.object({ node: z.string(), memoryBytes: z.number(), upSeconds: z.number() }),
  }),
  examples: [{ title: 'How it is running', input: {} }],
  async handle(ctx) {
    const figures = await readFigures(ctx.db)
    const failed = figures.jobs_failed > 0 ? await listFailedJobs(ctx.db, 20) : []
    return {
      database: {
        version: figures.server_version,
        bytes: Number(figures.database_bytes),
        connections: figures.connections,
      },
      files: { count: figures.files, bytes: Number(figures.file_bytes) },
      jobs: {
        waiting: figures.jobs_waiting,
        failed: figures.jobs_failed,
        latestFailed: failed.map((job) => ({ id: job.id, job: job.job ?? '', error: job.error ?? '', at: job.at })),
      },
      mails: await countMails(ctx.db),
      search: ctx.search.size,
      lastBackup: (await ctx.settings.get(lastBackup)).at,
      process: {
        node: process.version,
        memoryBytes: process.memoryUsage.rss(),
        upSeconds: Math.round(process.uptime()),
      },
    }
  },
})
