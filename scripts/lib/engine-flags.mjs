/**
 * How the engine that runs Theke is set: small memory before the last tenth of speed. `--optimize-for-size` lets the heap grow in small
 * steps and be tidied early (half the memory under load), the young generation stays small. Figures: docs/decisions/memory.md.
 */
export const ENGINE_FLAGS = ['--optimize-for-size', '--max-semi-space-size=4']

/** Fewer arenas of the C library: pictures are worked on in many threads, and that memory would hardly ever be given back. */
export const ENGINE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' }
