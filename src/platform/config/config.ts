import { z } from 'zod'

/** One variable: how it is read, what it means, and an example that the error message shows. */
interface Variable<S extends z.ZodType> {
  schema: S
  example: string
}

const variable = <S extends z.ZodType>(schema: S, example: string): Variable<S> => ({ schema, example })

const wholeNumber = (least: number, most: number) =>
  z.coerce.number({ error: 'is not a number' }).int({ error: 'is not a whole number' }).min(least).max(most)
const yesOrNo = z
  .enum(['0', '1', 'true', 'false'], { error: 'is neither 1 nor 0' })
  .transform((value) => value === '1' || value === 'true')
const address = (...schemes: string[]) =>
  z.string().refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)) && URL.canParse(value), {
    error: `is no address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

const variables = {
  PORT: variable(wholeNumber(0, 65535).default(3000), '3000'),
  HOST: variable(z.string().default('0.0.0.0'), '0.0.0.0'),
  THEKE_DATA: variable(z.string().default('./data'), './data'),
  THEKE_URL: variable(address('http', 'https').optional(), 'https://help.example.org'),
  THEKE_SECRET: variable(
    z.string().min(32, { error: 'is shorter than 32 characters' }).optional(),
    'openssl rand -base64 32',
  ),
  THEKE_DEMO: variable(yesOrNo.optional(), '1'),
  THEKE_PROCESSES: variable(z.union([z.literal('auto'), wholeNumber(1, 256)]).default(1), 'auto'),
  THEKE_UPLOAD_LIMIT: variable(wholeNumber(1, 2000).default(50), '50 (megabytes)'),
  THEKE_TRUST_PROXY: variable(yesOrNo.default(false), '1'),
  DATABASE_URL: variable(address('postgres', 'postgresql').optional(), 'postgres://theke:secret@db.example.org/theke'),
  DATABASE_REPLICA_URL: variable(
    address('postgres', 'postgresql').optional(),
    'postgres://theke:secret@replica.example.org/theke',
  ),
  SMTP_URL: variable(address('smtp', 'smtps').optional(), 'smtps://user:secret@mail.example.org'),
  MAIL_FROM: variable(z.string().default('Theke <theke@localhost>'), 'Service <service@example.org>'),
  S3_ENDPOINT: variable(address('http', 'https').optional(), 'https://s3.example.org'),
  S3_BUCKET: variable(z.string().optional(), 'theke'),
  S3_REGION: variable(z.string().default('us-east-1'), 'eu-central-1'),
  S3_ACCESS_KEY: variable(z.string().optional(), 'AKIA…'),
  S3_SECRET_KEY: variable(z.string().optional(), '…'),
  THEKE_OUTBOUND_HOSTS: variable(
    z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      ),
    'erp.intern.example.org,10.1.2.3:8443',
  ),
  THEKE_EMBEDDINGS_URL: variable(address('http', 'https').optional(), 'https://models.example.org/v1'),
  THEKE_EMBEDDINGS_MODEL: variable(z.string().optional(), 'multilingual-e5-small'),
  THEKE_EMBEDDINGS_KEY: variable(z.string().optional(), '…'),
  THEKE_CHAT_URL: variable(address('http', 'https').optional(), 'https://models.example.org/v1'),
  THEKE_CHAT_MODEL: variable(z.string().optional(), 'mistral-small'),
  THEKE_CHAT_KEY: variable(z.string().optional(), '…'),
  LOG_LEVEL: variable(z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), 'info'),
} as const

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> }

/** The configuration of a process, from its environment. */
export interface Config {
  /** 0: any free one. */
  port: number
  host: string
  /** Folder of the embedded database, the files and the kept secret. */
  dataFolder: string
  /** Public address without slash at the end. */
  url: string
  /** Given secret; absent: made at the first start and kept in the data folder. */
  secret: string | undefined
  /** Whether demonstration content is loaded the first time: yes with the embedded database, else no, unless said otherwise. */
  demo: boolean
  /** Number of app processes. */
  processes: number | 'auto'
  /** Bytes. */
  uploadLimit: number
  /** Whether a balancer in front tells the reader's address in `X-Forwarded-For`. */
  trustProxy: boolean
  databaseUrl: string | undefined
  databaseReplicaUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  s3: { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string } | null
  /** Hosts, with port where it is not the usual one, that web hooks may reach although they are private or without https. */
  outboundHosts: readonly string[]
  /** Where vectors of meaning come from; null: search works by words alone. */
  embeddings: { url: string; model: string; key: string | undefined } | null
  /** A language model at an OpenAI-compatible address; null: none. */
  chat: { url: string; model: string; key: string | undefined } | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Says all that is wrong with the environment at once: each variable by name, the problem with its value, an example. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem'
}

/** Secrets are not repeated in error messages. */
const SECRET = /SECRET|URL$|KEY$/

/**
 * Reads the configuration from the environment. An empty variable counts as absent.
 * @throws {@link ConfigProblem} when a value does not fit
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const values = {} as Record<string, unknown>
  for (const [name, { schema, example }] of Object.entries(variables)) {
    const given = environment[name] || undefined
    const result = schema.safeParse(given)
    if (result.success) values[name] = result.data
    else
      problems.push(
        `${name}${SECRET.test(name) ? '' : `="${given}"`} ${explain(result.error)}. Example: ${name}=${example}`,
      )
  }
  const known = values as unknown as Values
  const s3 = [known.S3_ENDPOINT, known.S3_BUCKET, known.S3_ACCESS_KEY, known.S3_SECRET_KEY]
  if (s3.some(Boolean) && !s3.every(Boolean))
    problems.push('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY belong together: give all four or none')
  if (Boolean(known.THEKE_EMBEDDINGS_URL) !== Boolean(known.THEKE_EMBEDDINGS_MODEL))
    problems.push('THEKE_EMBEDDINGS_URL and THEKE_EMBEDDINGS_MODEL belong together: give both or none')
  if (Boolean(known.THEKE_CHAT_URL) !== Boolean(known.THEKE_CHAT_MODEL))
    problems.push('THEKE_CHAT_URL and THEKE_CHAT_MODEL belong together: give both or none')
  if (problems.length > 0) throw new ConfigProblem(problems.join('\n'))
  return toConfig(known)
}

function explain(error: z.ZodError): string {
  const message = error.issues[0]?.message ?? 'does not fit'
  return /^(is|does)\b/.test(message) ? message : `does not fit (${message})`
}

function toConfig(values: Values): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: values.THEKE_DATA,
    url: (values.THEKE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    secret: values.THEKE_SECRET,
    demo: values.THEKE_DEMO ?? values.DATABASE_URL === undefined,
    processes: values.THEKE_PROCESSES,
    uploadLimit: values.THEKE_UPLOAD_LIMIT * 1_000_000,
    trustProxy: values.THEKE_TRUST_PROXY,
    databaseUrl: values.DATABASE_URL,
    databaseReplicaUrl: values.DATABASE_REPLICA_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    s3: values.S3_ENDPOINT
      ? {
          endpoint: values.S3_ENDPOINT,
          bucket: values.S3_BUCKET ?? '',
          region: values.S3_REGION,
          accessKey: values.S3_ACCESS_KEY ?? '',
          secretKey: values.S3_SECRET_KEY ?? '',
        }
      : null,
    outboundHosts: values.THEKE_OUTBOUND_HOSTS,
    embeddings:
      values.THEKE_EMBEDDINGS_URL && values.THEKE_EMBEDDINGS_MODEL
        ? {
            url: values.THEKE_EMBEDDINGS_URL.replace(/\/+$/, ''),
            model: values.THEKE_EMBEDDINGS_MODEL,
            key: values.THEKE_EMBEDDINGS_KEY,
          }
        : null,
    chat:
      values.THEKE_CHAT_URL && values.THEKE_CHAT_MODEL
        ? {
            url: values.THEKE_CHAT_URL.replace(/\/+$/, ''),
            model: values.THEKE_CHAT_MODEL,
            key: values.THEKE_CHAT_KEY,
          }
        : null,
    logLevel: values.LOG_LEVEL,
  }
}
