/** A key of the keyboard. */
export function Key({ children }: { children: string }) {
  return <kbd class="key">{children}</kbd>
}
