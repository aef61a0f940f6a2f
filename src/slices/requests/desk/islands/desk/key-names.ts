/**
 * What the keys of the desk do, in the order in which the help (`?`) lists them. The one place: pages name by these words what a key presses
 * (`onKey`), the island looks up here what was pressed. A key that does not stand here does nothing.
 */
export const KEYS = {
  next: ['j'],
  previous: ['k'],
  open: ['Enter', 'o'],
  back: ['u'],
  search: ['/'],
  queue: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  choose: ['x'],
  bulk: ['b'],
  answer: ['r'],
  note: ['n'],
  template: ['v'],
  article: ['i'],
  send: ['Ctrl+Enter'],
  sendNext: ['Ctrl+Shift+Enter'],
  leave: ['Escape'],
  macro: ['m'],
  take: ['t'],
  assign: ['a'],
  team: ['g'],
  priority: ['p'],
  type: ['y'],
  state: ['s'],
  solve: ['e'],
  close: ['c'],
  write: ['d'],
  watch: ['w'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>

export type KeyName = keyof typeof KEYS

/** What a key does that was pressed, with `Ctrl+` and `Shift+` before it where they count. */
export function keyNameOf(pressed: string): KeyName | undefined {
  return (Object.keys(KEYS) as KeyName[]).find((name) => (KEYS[name] as readonly string[]).includes(pressed))
}

/** Attributes of what a key presses, or where it begins to write: `<Button {...onKey('take')}>`. */
export const onKey = (name: KeyName) => ({ 'data-key': name })
