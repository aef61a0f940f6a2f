import { createHmac, randomBytes } from 'node:crypto'

/**
 * Headers of a message, as Standard Webhooks describes them (standardwebhooks.com, 1.0): the id stays the same through all tries, so that the
 * other side can tell a repetition; the moment is signed with it, so that an old message cannot be sent again. While a secret is being
 * changed the message carries a signature by each.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${sign(secret, `${id}.${timestamp}.${body}`)}`).join(' '),
  }
}

/** A new secret: 32 random bytes, `whsec_` and base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** HMAC-SHA256 in base64; the key is what the base64 behind `whsec_` stands for. */
function sign(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(content).digest('base64')
}
