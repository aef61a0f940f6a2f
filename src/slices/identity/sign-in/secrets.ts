import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Seals a secret that must be kept readable for Theke only: AES-256-GCM under a key derived from the installation's secret. */
export function sealSecret(ctx: Ctx, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens what {@link sealSecret} sealed; empty when the installation's secret is another one by now. */
export function openSecret(ctx: Ctx, sealed: string): string {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return ''
  }
}

function keyOf(ctx: Ctx): Buffer {
  return Buffer.from(hkdfSync('sha256', ctx.installation.secret, '', 'theke identity secrets', 32))
}
