import { brandOf, hexOf, type Oklch } from '../../../ui/brand.ts'

interface InstallablePortal {
  name: string
  lang: string
  /** Address of the home page in this language. */
  home: string
  /** Everything below belongs to the app. */
  scope: string
  brand: Oklch
  /** Addresses of the PNG icons; `maskable` has the margin that phones cut away. */
  icons: { src: string; size: number; maskable: boolean }[]
  /** Shortcuts of the installed app. */
  shortcuts?: { name: string; url: string }[]
}

/** The manifest of an installable portal (W3C web application manifest), served as `application/manifest+json`. */
export function appManifest({ name, lang, home, scope, brand, icons, shortcuts = [] }: InstallablePortal) {
  return {
    id: home,
    name,
    short_name: shortName(name),
    lang,
    dir: 'ltr',
    start_url: home,
    scope,
    display: 'standalone',
    background_color: '#fcfbf8',
    theme_color: hexOf(brandOf(brand).accent),
    icons: icons.map(({ src, size, maskable }) => ({
      src,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: maskable ? 'maskable' : 'any',
    })),
    shortcuts,
  }
}

/** Home screens cut names at about twelve characters: better at a word's end. */
function shortName(name: string): string {
  if (name.length <= 14) return name
  const words = name.split(' ')
  return words.find((word) => word.length > 3 && word.length <= 14) ?? words[0] ?? name
}
