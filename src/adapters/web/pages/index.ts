import type { Page } from '../../../ui/page.ts'
import { offlinePage } from './offline.tsx'
import { schemePage } from './scheme.ts'
import { styleguidePage } from './styleguide.tsx'

/** Pages of the frame itself, which belong to no slice. */
export const webPages: readonly Page[] = [offlinePage, schemePage, styleguidePage]
