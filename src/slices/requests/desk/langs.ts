import type { Lang } from '../../../kernel/lang.ts'

/** The languages in which one answers and announces. */
export const LANGS_OF_ANSWERS: readonly Lang[] = ['de', 'en', 'el']
