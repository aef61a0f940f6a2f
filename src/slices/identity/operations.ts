import type { Operation } from '../../kernel/operation.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { changePassword } from './operations/change-password.ts'
import { changeProfile } from './operations/change-profile.ts'
import { confirmAddress } from './operations/confirm-address.ts'
import { confirmSecondFactor } from './operations/confirm-second-factor.ts'
import { endOtherSessions } from './operations/end-other-sessions.ts'
import { endSession } from './operations/end-session.ts'
import { finishSecondFactor } from './operations/finish-second-factor.ts'
import { finishSingleSignOn } from './operations/finish-single-sign-on.ts'
import { listWaysToSignIn } from './operations/list-ways-to-sign-in.ts'
import { readInvitation } from './operations/read-invitation.ts'
import { readProfile } from './operations/read-profile.ts'
import { readSecurity } from './operations/read-security.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { renewRecoveryCodes } from './operations/renew-recovery-codes.ts'
import { requestPasswordReset } from './operations/request-password-reset.ts'
import { resetPassword } from './operations/reset-password.ts'
import { sendSignInCode } from './operations/send-sign-in-code.ts'
import { signInWithCode } from './operations/sign-in-with-code.ts'
import { signInWithPasskey } from './operations/sign-in-with-passkey.ts'
import { signInWithPassword } from './operations/sign-in-with-password.ts'
import { signOut } from './operations/sign-out.ts'
import { signUp } from './operations/sign-up.ts'
import { startPasskey } from './operations/start-passkey.ts'
import { startPasskeySignIn } from './operations/start-passkey-sign-in.ts'
import { startSecondFactor } from './operations/start-second-factor.ts'
import { startSingleSignOn } from './operations/start-single-sign-on.ts'
import { stopSecondFactor } from './operations/stop-second-factor.ts'

// biome-ignore lint/suspicious/noExplicitAny: operations of any input and output stand in one list
export const operations: readonly Operation<any, any>[] = [
  acceptInvitation,
  addPasskey,
  changePassword,
  changeProfile,
  confirmAddress,
  confirmSecondFactor,
  endOtherSessions,
  endSession,
  finishSecondFactor,
  finishSingleSignOn,
  listWaysToSignIn,
  readInvitation,
  readProfile,
  readSecurity,
  removePasskey,
  renewRecoveryCodes,
  requestPasswordReset,
  resetPassword,
  sendSignInCode,
  signInWithCode,
  signInWithPasskey,
  signInWithPassword,
  signOut,
  signUp,
  startPasskeySignIn,
  startPasskey,
  startSecondFactor,
  startSingleSignOn,
  stopSecondFactor,
]
