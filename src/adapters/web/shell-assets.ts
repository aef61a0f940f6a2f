import type { Lang } from '../../kernel/lang.ts'
import type { PortalView } from '../../ui/page.ts'
import { assetUrl } from './manifest.ts'
import type { ShellAssets } from './shell/shell-props.ts'

/** Typefaces of the first lines, fetched with the page instead of after its styles. */
const FIRST_FONTS = {
  core: ['src/ui/fonts/commissioner-core.woff2', 'src/ui/fonts/literata-core.woff2'],
  greek: ['src/ui/fonts/commissioner-greek.woff2', 'src/ui/fonts/literata-greek.woff2'],
}

/** Addresses of styles, script, fonts and icons for a page of a portal. */
export function shellAssets(portal: PortalView, lang: Lang, isWork: boolean): ShellAssets {
  return {
    styles: ['src/ui/styles/index.css', ...(isWork ? ['src/ui/styles/work.css'] : [])].map(assetUrl),
    script: assetUrl('src/adapters/web/client/main.ts'),
    fonts: FIRST_FONTS[lang === 'el' ? 'greek' : 'core'].map(assetUrl),
    brand: `/brand/${portal.key}.css?v=${portal.brandVersion}`,
    manifest: `/brand/${portal.key}.webmanifest?lang=${lang}`,
    icon: `/brand/${portal.key}.svg?v=${portal.brandVersion}`,
    touchIcon: `/brand/${portal.key}-180.png?v=${portal.brandVersion}`,
  }
}
