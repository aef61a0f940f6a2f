import type { z } from 'zod'
import type { readForm } from '../../operations/read-form.ts'

/** A form as the builder shows it. */
export type WorkedForm = z.output<(typeof readForm)['output']>
