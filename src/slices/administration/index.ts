import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { navigation, personalData, readiness } from './contributes.ts'
import { demo } from './demo.ts'
import { listMails } from './operations/list-mails.ts'
import { readLegalPage } from './operations/read-legal-page.ts'
import { readMail } from './operations/read-mail.ts'
import { readOperation } from './operations/read-operation.ts'
import { readReadiness } from './operations/read-readiness.ts'
import { readSettings } from './operations/read-settings.ts'
import { sendMailAgain } from './operations/send-mail-again.ts'
import { setMailSender } from './operations/set-mail-sender.ts'
import { writeLegalPage } from './operations/write-legal-page.ts'
import { editLegalPage } from './pages/edit-legal-page.tsx'
import { goingLivePage } from './pages/going-live.tsx'
import { legalPages } from './pages/legal-page.tsx'
import { mailPage } from './pages/mail.tsx'
import { mailsPage } from './pages/mails.tsx'
import { operationPage } from './pages/operation.tsx'
import { settingsPage } from './pages/settings.tsx'

/** The installation itself: mails, legal pages, what is missing before going live, how it is running. */
export const administration: Slice = {
  name: 'administration',
  operations: [
    listMails,
    readMail,
    sendMailAgain,
    readSettings,
    setMailSender,
    writeLegalPage,
    readLegalPage,
    readReadiness,
    readOperation,
  ],
  navigation,
  personalData,
  readiness,
  demo,
}

export const administrationPages: Page[] = [
  ...legalPages,
  mailsPage,
  mailPage,
  settingsPage,
  editLegalPage,
  goingLivePage,
  operationPage,
]
