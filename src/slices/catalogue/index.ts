import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { activateService } from './activate-service.ts'
import { answerables } from './answerables/index.ts'
import { attention } from './attention.ts'
import { beside } from './beside.ts'
import { banners, disturbable, findables, mayReadFile, mayReadItemFile, navigation, siteMap } from './contributes.ts'
import { loadDemo } from './demo.ts'
import { reactions } from './events.ts'
import { serviceTarget } from './flow-target.ts'
import { jobs } from './jobs.ts'
import { operations } from './operations.ts'
import { pages } from './pages.ts'
import { personalData } from './personal-data.ts'
import { tellingJobs, tellingReactions } from './telling/jobs.ts'
import { catalogueNotifications } from './telling/notifications.ts'

export { readBanners } from './operations/read-banners.ts'

/** Services that can be ordered: what they are, how they work just now, who may have them; cart, orders, and what one has. */
export const catalogue: Slice = {
  name: 'catalogue',
  operations,
  permissions: [
    { name: 'catalogue.manage', title: 'catalogue.permission.manage' },
    { name: 'catalogue.own', title: 'catalogue.permission.own' },
    { name: 'catalogue.announce', title: 'catalogue.permission.announce' },
    { name: 'catalogue.order-for-others', title: 'catalogue.permission.orderForOthers' },
  ],
  reactions: [...reactions, ...tellingReactions],
  jobs: [...jobs, ...tellingJobs],
  notifications: [catalogueNotifications],
  navigation,
  findables: [findables],
  flowTargets: [serviceTarget],
  answerables,
  context: [beside],
  effects: [activateService],
  banners,
  disturbable,
  attention,
  changesPages: [
    'service.published',
    'service.retired',
    'services.loaded',
    'service-category.changed',
    'announcement.made',
    'announcement.changed',
    'announcement.begun',
    'announcement.ended',
  ],
  personalData,
  fileAccess: { service: mayReadFile, 'order-item': mayReadItemFile },
  siteMap,
  demo: loadDemo,
}

/** The pages of the slice. */
export const cataloguePages: readonly Page[] = pages
