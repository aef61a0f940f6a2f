/** The words of search are the kernel's, so that slices can speak of them without knowing this engine. */
export type * from '../../kernel/search.ts'
