import { z } from 'zod'

const Base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+={0,2}$/)

/** What a browser says after asking for a passkey (`PublicKeyCredential.toJSON()`, WebAuthn level 3). */
export const PasskeyAnswer = z.object({
  id: Base64url,
  rawId: Base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  response: z.object({
    clientDataJSON: Base64url,
    authenticatorData: Base64url.optional(),
    signature: Base64url.optional(),
    userHandle: Base64url.nullish(),
    attestationObject: Base64url.optional(),
    transports: z
      .array(
        z
          .string()
          .max(30)
          .regex(/^[a-z-]+$/),
      )
      .max(10)
      .optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: Base64url.optional(),
  }),
})

/** Reads what the island put into the form. */
export function parsePasskeyAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Whether the device has made sure who is holding it (flag UV of the authenticator data, WebAuthn 6.1; signed with the rest). Without it a
 * passkey is one factor only, and Theke lets a passkey stand for both.
 */
export function isUserVerified(answer: z.output<typeof PasskeyAnswer>): boolean {
  const flags = Buffer.from(answer.response.authenticatorData ?? '', 'base64url')[32] ?? 0
  return (flags & 0b100) !== 0
}
