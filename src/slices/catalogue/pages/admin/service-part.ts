import type { z } from 'zod'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { readForEditing } from '../../operations/read-for-editing.ts'

/** A service as its editor reads it. */
export type Edited = z.output<typeof readForEditing.output>

/** What a part of the editor of a service is given. */
export interface ServicePart {
  call: PageCall
  edited: Edited
  form: ShownForm
}
