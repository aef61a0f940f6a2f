import type { Page } from '../../ui/page.ts'
import { accountPage } from './pages/account.tsx'
import { addressPage, changeAddressPage } from './pages/address.tsx'
import { apiKeysPage } from './pages/admin/api-keys.tsx'
import { audiencePage, newAudiencePage } from './pages/admin/audience.tsx'
import { audiencesPage } from './pages/admin/audiences.tsx'
import { organisationsPage, teamsPage } from './pages/admin/groups.tsx'
import { invitePage } from './pages/admin/invite.tsx'
import { peoplePage } from './pages/admin/people.tsx'
import { personPage } from './pages/admin/person.tsx'
import { editPortalPage } from './pages/admin/portal.tsx'
import { portalHomePage } from './pages/admin/portal-home.tsx'
import { newPortalPage, portalsPage } from './pages/admin/portals.tsx'
import { editRolePage, newRolePage, rolesPage } from './pages/admin/roles.tsx'
import { newSsoProviderPage, ssoProviderPage, ssoProvidersPage } from './pages/admin/single-sign-on.tsx'
import { forgottenPasswordPage, newPasswordPage } from './pages/forgotten-password.tsx'
import { invitationPage } from './pages/invitation.tsx'
import { ownDataPage, personDataPage } from './pages/own-data.ts'
import { recoveryCodesPage, secondFactorSetupPage } from './pages/second-factor-setup.tsx'
import { securityPage } from './pages/security.tsx'
import { signInPage } from './pages/sign-in.tsx'
import { codePage, secondFactorPage, signOutPage } from './pages/sign-in-steps.tsx'
import { confirmAddressPage, signUpPage, signUpSentPage } from './pages/sign-up.tsx'
import { singleSignOnPage, toProviderPage } from './pages/single-sign-on.tsx'
import { costCentresPage } from './reporting/pages/cost-centres.tsx'
import { setUpPages } from './set-up/index.ts'

export const pages: readonly Page[] = [
  accountPage,
  ownDataPage,
  personDataPage,
  apiKeysPage,
  newAudiencePage,
  audiencePage,
  audiencesPage,
  teamsPage,
  organisationsPage,
  costCentresPage,
  peoplePage,
  invitePage,
  personPage,
  portalHomePage,
  editPortalPage,
  portalsPage,
  newPortalPage,
  rolesPage,
  newRolePage,
  editRolePage,
  ssoProvidersPage,
  newSsoProviderPage,
  ssoProviderPage,
  forgottenPasswordPage,
  newPasswordPage,
  invitationPage,
  secondFactorSetupPage,
  recoveryCodesPage,
  securityPage,
  codePage,
  secondFactorPage,
  signOutPage,
  signInPage,
  signUpPage,
  signUpSentPage,
  confirmAddressPage,
  addressPage,
  changeAddressPage,
  toProviderPage,
  singleSignOnPage,
  ...setUpPages,
]
