import type { Lang } from '../../kernel/lang.ts'
import type { PortalView } from '../../ui/page.ts'
import { assetUrl } from './manifest.ts'
import type { ShellAssets } from './shell/shell-props.ts'

/** Addresses of styles, script, fonts and icons for a page of a portal. */
export function shellAssets(portal: PortalView, _lang: Lang): ShellAssets {
  return {
    styles: [assetUrl('src/ui/styles/index.css')],
    script: assetUrl('src/adapters/web/client/main.ts'),
    fonts: [],
    brand: `/brand/${portal.key}.css?v=${portal.brandVersion}`,
    manifest: `/brand/${portal.key}.webmanifest?lang=${_lang}`,
    icon: `/brand/${portal.key}.svg?v=${portal.brandVersion}`,
    touchIcon: `/brand/${portal.key}-180.png?v=${portal.brandVersion}`,
  }
}
