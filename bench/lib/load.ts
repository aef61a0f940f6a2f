import autocannon from 'autocannon'

export interface Load {
  /** Answered requests a second, median of the rounds. */
  perSecond: number
  p50: number
  p99: number
  errors: number
}

/** Loads an address (`[<id>]` in it becomes another word each time) over 8 connections: a warm-up, then the median of some rounds. Every answer must be a 2xx. */
export async function load(
  url: string,
  options: { headers?: Record<string, string>; seconds?: number; rounds?: number; connections?: number } = {},
): Promise<Load> {
  const { headers = {}, seconds = 4, rounds = 5, connections = 8 } = options
  await autocannon({ url, headers, connections, duration: 2, idReplacement: true })
  const results: Load[] = []
  for (let round = 0; round < rounds; round++) {
    const result = await autocannon({ url, headers, connections, duration: seconds, idReplacement: true })
    results.push({
      perSecond: result.requests.average,
      p50: result.latency.p50,
      p99: result.latency.p99,
      errors: result.errors + result.non2xx,
    })
  }
  results.sort((a, b) => a.perSecond - b.perSecond)
  const median = results[Math.floor(results.length / 2)] as Load
  return { ...median, errors: results.reduce((sum, one) => sum + one.errors, 0) }
}
