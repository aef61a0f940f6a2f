/** Ways to look at the desk's work. */
export const VIEWS = ['to-do', 'mine', 'waiting', 'done'] as const
export type View = (typeof VIEWS)[number]
