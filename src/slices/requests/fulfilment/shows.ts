/** What a list of tasks shows. */
export const SHOWS = ['mine', 'team', 'stuck', 'done'] as const
export type Show = (typeof SHOWS)[number]
