import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { passkey } from '@better-auth/passkey'
import { isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { emailOTP, type GenericOAuthConfig, genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { SESSION_LIFETIME } from '../rules.ts'
import { maySignIn } from '../store/persons.ts'
import { sendCode, sendConfirmation, sendReset } from './mails.ts'

/** Names of the small secrets that a channel keeps for somebody who is signing in (cookies, on the web). */
export const SESSION = 'theke_session'
export const KEPT = ['theke_second_factor', 'theke_passkey', 'theke_sso'] as const

export const PASSWORD = { least: 10, most: 200 }

/**
 * better-auth over this call's database and mail: it does the cryptography, the rules of sessions, codes, passkeys and OpenID Connect;
 * operations drive its server functions. Made for each call, so that everything it writes is in the call's transaction.
 */
export function signInEngine(
  ctx: Ctx,
  options: { sso?: GenericOAuthConfig; address?: string | null; device?: string | null } = {},
) {
  const factor = twoFactor({
    issuer: new URL(ctx.installation.url).hostname,
    twoFactorCookieMaxAge: 600,
    schema: {
      user: { fields: { twoFactorEnabled: 'second_factor' } },
      twoFactor: {
        modelName: 'second_factors',
        fields: {
          secret: 'secret',
          backupCodes: 'recovery_codes',
          userId: 'person_id',
          verified: 'verified',
          failedVerificationCount: 'failures',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  // A code by mail proves the same one thing as a password: the second factor is asked for after both.
  const asksForSecond = factor.hooks.after[0]
  if (!asksForSecond) throw new Error('better-auth no longer asks for the second factor in a hook')
  asksForSecond.matcher = (call) => call.path === '/sign-in/email' || call.path === '/sign-in/email-otp'

  return betterAuth({
    appName: 'Theke',
    baseURL: ctx.installation.url,
    basePath: '/sign-on',
    secret: ctx.installation.secret,
    trustedOrigins: [ctx.installation.url],
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    database: kyselyAdapter(ctx.db as never, { type: 'postgres', transaction: false }),
    advanced: {
      useSecureCookies: false,
      cookiePrefix: 'theke',
      cookies: {
        session_token: { name: SESSION },
        two_factor: { name: KEPT[0] },
        passkey: { name: KEPT[1] },
        state: { name: KEPT[2] },
      },
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      modelName: 'persons',
      fields: { emailVerified: 'email_verified', image: 'picture', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { language: { type: 'string', required: false, input: true } },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_LIFETIME,
      disableSessionRefresh: true,
      freshAge: 0,
      fields: {
        userId: 'person_id',
        ipAddress: 'address',
        userAgent: 'device',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'sign_in_accounts',
      fields: {
        userId: 'person_id',
        providerId: 'provider',
        accountId: 'account_key',
        password: 'password_hash',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      // Tokens of the provider are not needed after signing in, so they are not kept (see hooks below).
      accountLinking: {
        enabled: true,
        requireLocalEmailVerified: false,
        trustedProviders: options.sso ? [options.sso.providerId] : [],
      },
    },
    verification: {
      modelName: 'sign_in_checks',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await maySignIn(ctx.db, session.userId))) return false
            return { data: { ...session, ipAddress: null, userAgent: options.device ?? null } }
          },
        },
      },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
        update: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) },
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD.least,
      maxPasswordLength: PASSWORD.most,
      requireEmailVerification: true,
      autoSignIn: false,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) => sendReset(ctx, user, token),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      expiresIn: 86_400,
      sendVerificationEmail: ({ user, token }) => sendConfirmation(ctx, user, token),
    },
    plugins: [
      factor,
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: 600,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        sendVerificationOTP: ({ email, otp }) => sendCode(ctx, email, otp),
      }),
      passkey({
        rpName: 'Theke',
        rpID: new URL(ctx.installation.url).hostname,
        origin: ctx.installation.url,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              name: 'name',
              publicKey: 'public_key',
              userId: 'person_id',
              credentialID: 'credential_id',
              counter: 'counter',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              transports: 'transports',
              createdAt: 'created_at',
              aaguid: 'aaguid',
            },
          },
        },
      }),
      ...(options.sso ? [genericOAuth({ config: [options.sso] })] : []),
    ],
  })
}

const NO_TOKENS = { accessToken: undefined, refreshToken: undefined, idToken: undefined }

/** The code of an expected "no" of better-auth, e.g. `INVALID_PASSWORD`; anything else is thrown on. */
export function refusalCode(error: unknown): string {
  if (isAPIError(error)) return String(error.body?.code ?? error.status)
  throw error
}
