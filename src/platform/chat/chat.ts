import type { Chat } from '../../kernel/chat.ts'

/** Where the model is, from the configuration. */
export interface ChatAddress {
  /** Base address of an OpenAI-compatible API, e.g. `https://models.example.org/v1`. */
  url: string
  model: string
  key: string | undefined
}

/** About as much as six sentences. */
const MOST_TOKENS = 600

/**
 * A model behind an OpenAI-compatible chat address; null when none is configured. The library is loaded with the first question: it takes
 * 32 MB, which those who have no model do not pay.
 */
export function createChat(address: ChatAddress | null): Chat | null {
  if (!address) return null
  return {
    async *say({ system, message }, signal) {
      const [{ streamText }, { createOpenAICompatible }] = await Promise.all([
        import('ai'),
        import('@ai-sdk/openai-compatible'),
      ])
      const provider = createOpenAICompatible({
        name: 'chat',
        baseURL: address.url,
        ...(address.key ? { apiKey: address.key } : {}),
      })
      let failure: unknown
      const { textStream } = streamText({
        model: provider.chatModel(address.model),
        system,
        prompt: message,
        temperature: 0,
        maxOutputTokens: MOST_TOKENS,
        maxRetries: 0,
        abortSignal: signal,
        onError: ({ error }) => {
          failure = error
        },
      })
      yield* textStream
      // The library ends the stream quietly when the address fails.
      if (failure) throw failure
      signal.throwIfAborted()
    },
  }
}
