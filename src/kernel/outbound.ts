/** A message to another system. */
export interface OutboundMessage {
  url: string
  headers: Record<string, string>
  body: string
}

/** What came back, or what went wrong. Never thrown: the other side is not ours to trust. */
export interface OutboundAnswer {
  /** Null: no answer came. */
  status: number | null
  /** The beginning of the answer, or the reason: `no_answer`, `not_allowed`, `unknown_host`, `refused`, `broken`. */
  text: string
  milliseconds: number
}

/**
 * Sends to systems elsewhere. Only https to public addresses, besides the hosts that the configuration names; no redirection is followed,
 * the answer is read up to a limit, and nobody is waited for longer than ten seconds. Not to be used within a transaction.
 */
export interface Outbound {
  /** Whether such an address would be asked at all; names are looked up when sending. */
  allows(url: string): boolean
  post(message: OutboundMessage): Promise<OutboundAnswer>
}
