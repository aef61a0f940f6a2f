import { wakeContents } from './contents.ts'
import { wakeForms } from './forms.ts'
import { defineIslands } from './islands.ts'
import { wakeKeys } from './keys.ts'
import { wakeMenus } from './menus.ts'
import { registerWorker } from './offline.ts'
import { wakeScheme } from './scheme.ts'
import { wakeTrail } from './trail.ts'

// Everything here only makes quicker what works without it.
defineIslands()
wakeForms()
wakeKeys()
wakeMenus()
wakeScheme()
wakeContents()
wakeTrail()
registerWorker()
