import type { Operation } from '../../kernel/operation.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { changeAddress } from './operations/change-address.ts'
import { changeAudience } from './operations/change-audience.ts'
import { changeBelonging } from './operations/change-belonging.ts'
import { changePassword } from './operations/change-password.ts'
import { changePerson } from './operations/change-person.ts'
import { changePortal } from './operations/change-portal.ts'
import { changeProfile } from './operations/change-profile.ts'
import { changeRole } from './operations/change-role.ts'
import { confirmAddress } from './operations/confirm-address.ts'
import { confirmSecondFactor } from './operations/confirm-second-factor.ts'
import { createApiKey } from './operations/create-api-key.ts'
import { createAudience } from './operations/create-audience.ts'
import { createPortal } from './operations/create-portal.ts'
import { createRole } from './operations/create-role.ts'
import { deactivatePerson } from './operations/deactivate-person.ts'
import { deleteAudience } from './operations/delete-audience.ts'
import { deleteOrganisation } from './operations/delete-organisation.ts'
import { deletePortal } from './operations/delete-portal.ts'
import { deleteRole } from './operations/delete-role.ts'
import { deleteSsoProvider } from './operations/delete-sso-provider.ts'
import { deleteTeam } from './operations/delete-team.ts'
import { endOtherSessions } from './operations/end-other-sessions.ts'
import { endSession } from './operations/end-session.ts'
import { erasePersonForGood } from './operations/erase-person.ts'
import { exportOwn, exportPerson } from './operations/export-person.ts'
import { finishSecondFactor } from './operations/finish-second-factor.ts'
import { finishSingleSignOn } from './operations/finish-single-sign-on.ts'
import { invitePerson } from './operations/invite-person.ts'
import { listApiKeys } from './operations/list-api-keys.ts'
import { listAudienceChoices } from './operations/list-audience-choices.ts'
import { listAudiences } from './operations/list-audiences.ts'
import { listFactValues } from './operations/list-fact-values.ts'
import { listInvitations } from './operations/list-invitations.ts'
import { listOrganisations } from './operations/list-organisations.ts'
import { listPeople } from './operations/list-people.ts'
import { listPermissions } from './operations/list-permissions.ts'
import { listPortals } from './operations/list-portals.ts'
import { listRoles } from './operations/list-roles.ts'
import { listSsoProviders } from './operations/list-sso-providers.ts'
import { listTeams } from './operations/list-teams.ts'
import { listWaysToSignIn } from './operations/list-ways-to-sign-in.ts'
import { makeAdministrator } from './operations/make-administrator.ts'
import { makePasswordLink } from './operations/make-password-link.ts'
import { makePortalDefault } from './operations/make-portal-default.ts'
import { previewAudience } from './operations/preview-audience.ts'
import { reactivatePerson } from './operations/reactivate-person.ts'
import { readAudience } from './operations/read-audience.ts'
import { readInvitation } from './operations/read-invitation.ts'
import { readPerson } from './operations/read-person.ts'
import { readPortal } from './operations/read-portal.ts'
import { readProfile } from './operations/read-profile.ts'
import { readRole } from './operations/read-role.ts'
import { readSecurity } from './operations/read-security.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { renewRecoveryCodes } from './operations/renew-recovery-codes.ts'
import { requestAddressChange } from './operations/request-address-change.ts'
import { requestPasswordReset } from './operations/request-password-reset.ts'
import { resetPassword } from './operations/reset-password.ts'
import { resetSecondFactor } from './operations/reset-second-factor.ts'
import { restoreAudience } from './operations/restore-audience.ts'
import { restorePortal } from './operations/restore-portal.ts'
import { revokeApiKey } from './operations/revoke-api-key.ts'
import { changeOrganisation, createOrganisation } from './operations/save-organisation.ts'
import { saveSsoProvider } from './operations/save-sso-provider.ts'
import { changeTeam, createTeam } from './operations/save-team.ts'
import { sendPersonReset } from './operations/send-person-reset.ts'
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
import { withdrawInvitation } from './operations/withdraw-invitation.ts'
import { listCostCentres } from './reporting/operations/list-cost-centres.ts'
import { readReporting } from './reporting/operations/read-reporting.ts'
import { changeCostCentre, createCostCentre, deleteCostCentre } from './reporting/operations/save-cost-centre.ts'
import { setReporting } from './reporting/operations/set-reporting.ts'
import { setUpOperations } from './set-up/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: operations of any input and output stand in one list
export const operations: readonly Operation<any, any>[] = [
  acceptInvitation,
  addPasskey,
  changeAddress,
  changeAudience,
  changeBelonging,
  changePassword,
  changePerson,
  changePortal,
  changeProfile,
  changeRole,
  confirmAddress,
  confirmSecondFactor,
  createApiKey,
  createAudience,
  createPortal,
  createRole,
  deactivatePerson,
  deleteAudience,
  deleteOrganisation,
  deletePortal,
  deleteRole,
  deleteSsoProvider,
  deleteTeam,
  endOtherSessions,
  endSession,
  erasePersonForGood,
  exportOwn,
  exportPerson,
  finishSecondFactor,
  finishSingleSignOn,
  invitePerson,
  listApiKeys,
  listAudienceChoices,
  listAudiences,
  listFactValues,
  listInvitations,
  listOrganisations,
  listPeople,
  listPermissions,
  listPortals,
  listRoles,
  listSsoProviders,
  listTeams,
  listWaysToSignIn,
  makeAdministrator,
  makePasswordLink,
  makePortalDefault,
  previewAudience,
  reactivatePerson,
  readAudience,
  readInvitation,
  readPerson,
  readPortal,
  readProfile,
  readRole,
  readSecurity,
  removePasskey,
  renewRecoveryCodes,
  requestAddressChange,
  requestPasswordReset,
  resetPassword,
  resetSecondFactor,
  restoreAudience,
  restorePortal,
  revokeApiKey,
  createOrganisation,
  changeOrganisation,
  saveSsoProvider,
  createTeam,
  changeTeam,
  sendPersonReset,
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
  withdrawInvitation,
  listCostCentres,
  createCostCentre,
  changeCostCentre,
  deleteCostCentre,
  readReporting,
  setReporting,
  ...setUpOperations,
]
