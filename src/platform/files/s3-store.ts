import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import type { FileStore } from './store.ts'

/** How to reach an S3-compatible store. */
export interface S3Options {
  endpoint: string
  bucket: string
  accessKey: string
  secretKey: string
  region: string
}

/** Contents in an S3-compatible store. The client is loaded at the first use: who keeps files in a folder never pays for it. */
export function createS3Store(options: S3Options): FileStore {
  let loaded: Promise<{ s3: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined
  const Bucket = options.bucket

  function load() {
    loaded ??= import('@aws-sdk/client-s3').then((s3) => ({ s3, client: connect(s3, options) }))
    return loaded
  }

  return {
    async put(key, path, size, type) {
      const { s3, client } = await load()
      const Body = createReadStream(path)
      await client.send(new s3.PutObjectCommand({ Bucket, Key: key, Body, ContentLength: size, ContentType: type }))
    },

    async open(key) {
      const { s3, client } = await load()
      try {
        const answer = await client.send(new s3.GetObjectCommand({ Bucket, Key: key }))
        return answer.Body ? { content: answer.Body as Readable, size: answer.ContentLength ?? 0 } : undefined
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    async has(key) {
      const { s3, client } = await load()
      try {
        await client.send(new s3.HeadObjectCommand({ Bucket, Key: key }))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },

    async remove(key) {
      const { s3, client } = await load()
      await client.send(new s3.DeleteObjectCommand({ Bucket, Key: key }))
      const below = await client.send(new s3.ListObjectsV2Command({ Bucket, Prefix: `${key}/` }))
      const keys = (below.Contents ?? []).map((one) => ({ Key: one.Key as string }))
      if (keys.length > 0)
        await client.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects: keys, Quiet: true } }))
    },
  }
}

function connect(s3: typeof import('@aws-sdk/client-s3'), options: S3Options): S3Client {
  return new s3.S3Client({
    endpoint: options.endpoint,
    region: options.region,
    credentials: { accessKeyId: options.accessKey, secretAccessKey: options.secretKey },
    // Stores other than Amazon's know neither buckets as host names nor the newer checksums everywhere.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 },
  })
}

function isMissing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return status === 404
}
