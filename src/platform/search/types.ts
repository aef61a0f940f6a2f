/** The words of search are the kernel's, so that slices can speak of them without knowing this engine. */
export * from '../../kernel/clarification.ts'
export type { Meaning } from '../../kernel/embeddings.ts'
export type * from '../../kernel/experience.ts'
export type * from '../../kernel/search.ts'
