import type { z } from 'zod'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { Step } from '../../definition.ts'
import type { DraftView } from '../../draft-view.ts'
import type { listParts } from '../../operations/list-parts.ts'

/** What the fields of a step are made with. */
export interface PartsProps<S extends Step = Step> {
  call: PageCall
  form: ShownForm
  draft: DraftView
  step: S
  parts: z.output<typeof listParts.output>
}
