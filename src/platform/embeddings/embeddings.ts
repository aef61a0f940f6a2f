import { z } from 'zod'
import type { Embeddings } from '../../kernel/embeddings.ts'

interface EmbeddingsOptions {
  /** Base address, e.g. `https://models.example.org/v1`. */
  url: string
  model: string
  key: string | undefined
  onError(error: unknown): void
  /** Milliseconds that a question is waited for. */
  patience?: number
}

/** Milliseconds that texts may take: they are computed in a job. */
const TEXTS_TIMEOUT = 60_000
const QUESTION_TIMEOUT = 400
/** Milliseconds for which an address that failed is not asked about questions. */
const REST = 30_000
/** Questions whose vectors are kept. */
const KEPT = 500

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1) })),
})

/** A client of the embeddings protocol of OpenAI, which local servers speak as well. */
export function createEmbeddings({
  url,
  model,
  key,
  onError,
  patience = QUESTION_TIMEOUT,
}: EmbeddingsOptions): Embeddings {
  const kept = new Map<string, Float32Array>()
  let restsUntil = 0

  async function ask(texts: readonly string[], timeout: number): Promise<Float32Array[]> {
    const response = await fetch(`${url}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`the embeddings address answered ${response.status}`)
    const { data } = Answer.parse(await response.json())
    if (data.length !== texts.length)
      throw new Error(`the embeddings address sent ${data.length} vectors for ${texts.length} texts`)
    const ordered = data.map((one, place) => ({ ...one, index: one.index ?? place })).sort((a, b) => a.index - b.index)
    return ordered.map(({ embedding }) => Float32Array.from(embedding))
  }

  return {
    model,
    of: (texts) => ask(texts, TEXTS_TIMEOUT),
    async ofQuestion(text) {
      const before = kept.get(text)
      if (before) return before
      if (performance.now() < restsUntil) return undefined
      try {
        const [vector] = await ask([text], patience)
        if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
        kept.set(text, vector as Float32Array)
        return vector
      } catch (error) {
        restsUntil = performance.now() + REST
        onError(error)
        return undefined
      }
    },
  }
}
