import { definePage } from '../../../ui/page.ts'
import { Styleguide } from '../../../ui/styleguide/Styleguide.tsx'

/** Every component in every state, for those who build pages and for those who check them. */
export const styleguidePage = definePage({
  path: '/styleguide',
  layout: 'plain',
  get: (call) => ({
    title: call.t('ui.styleguide.title'),
    noIndex: true,
    wide: true,
    view: <Styleguide t={call.t} lang={call.lang} format={call.format} now={call.now} />,
  }),
})
