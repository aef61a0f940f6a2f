/** Who may see and decide every approval, set up web hooks, and help tasks on that are stuck. */
export const OVERSEE = 'requests.oversee'
