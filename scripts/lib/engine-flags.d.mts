export const ENGINE_FLAGS: readonly string[]
export const ENGINE_ENVIRONMENT: Readonly<Record<string, string>>
