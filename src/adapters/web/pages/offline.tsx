import { definePage } from '../../../ui/page.ts'
import { Trouble } from '../shell/Trouble.tsx'

/** What an installed or once visited portal shows without a connection; the service worker keeps it. */
export const offlinePage = definePage({
  path: '/offline',
  open: true,
  layout: 'plain',
  get: (call) => ({
    title: call.t('ui.trouble.offline.title'),
    noIndex: true,
    view: <Trouble t={call.t} kind="offline" home={call.url('/')} searchAction={null} />,
  }),
})
