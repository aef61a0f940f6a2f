import { z } from 'zod'

/** The secret by which a journey is opened. */
export const JourneyLink = z.string().min(1).max(60).describe('Secret link of the journey')
