/** Draws the shape of an icon from src/generated/icons.ts. */
export function IconShape({ shape, big }: { shape: string; big?: boolean | undefined }) {
  return (
    <svg
      class={big ? 'icon icon-big' : 'icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      // Shapes are constants generated from lucide-static
      dangerouslySetInnerHTML={{ __html: shape }}
    />
  )
}
