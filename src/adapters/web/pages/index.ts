import { may } from '../../../kernel/actor.ts'
import type { NavigationItem } from '../../../kernel/slice.ts'
import type { Page } from '../../../ui/page.ts'
import { offlinePage } from './offline.tsx'
import { schemePage } from './scheme.ts'
import { styleguidePage } from './styleguide.tsx'

/** Pages of the frame itself, which belong to no slice. */
export const webPages: readonly Page[] = [offlinePage, schemePage, styleguidePage]

/** Entries of the navigation that lead to them. */
export const webNavigation: readonly NavigationItem[] = [
  {
    place: 'admin',
    title: 'ui.styleguide.title',
    path: '/styleguide',
    icon: 'palette',
    order: 900,
    group: 'ui.help.group',
    visible: (actor) => may(actor, 'platform.manage'),
  },
]
