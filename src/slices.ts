import type { Slice } from './kernel/slice.ts'
import type { Page } from './ui/page.ts'

/** The slices of this installation, in the order in which their demonstration content is loaded. */
export const slices: readonly Slice[] = []

/** The pages of all slices and adapters. */
export const pages: readonly Page[] = []
