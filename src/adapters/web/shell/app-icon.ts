import { brandOf, hexOf, type Oklch } from '../../../ui/brand.ts'

interface AppIcon {
  /** The portal's logo as SVG or pixels; null: the first letter of its name. */
  logo: Buffer | null
  name: string
  brand: Oklch
  /** Edge in pixels. */
  size: number
  /** With the margin that phones cut away (40 % radius is safe, W3C app manifest). */
  maskable?: boolean
}

/** The icon of an installed portal, as PNG. */
export async function appIcon({ logo, name, brand, size, maskable = false }: AppIcon): Promise<Buffer> {
  // Loaded when somebody installs the portal: it takes memory that reading pages never needs.
  const { default: sharp } = await import('sharp')
  if (!logo)
    return sharp(Buffer.from(initialIcon(name, brand, maskable)), { density: 300 })
      .resize(size, size)
      .png()
      .toBuffer()
  const inner = Math.round(size * (maskable ? 0.62 : 0.84))
  const picture = await sharp(logo, { density: 300 })
    .resize(inner, inner, { fit: 'contain', background: '#0000' })
    .png()
    .toBuffer()
  return sharp({ create: { width: size, height: size, channels: 4, background: '#ffffff' } })
    .composite([{ input: picture }])
    .png()
    .toBuffer()
}

/** The first letter of a name on the brand's colour, as SVG. */
export function initialIcon(name: string, brand: Oklch, maskable = false): string {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? 'T'
  const safe = letter.replace(/[<>&"']/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${maskable ? 0 : 15}" fill="${hexOf(brandOf(brand).accent)}"/><text x="32" y="33" dy=".36em" text-anchor="middle" font-family="Literata,Georgia,serif" font-weight="600" font-size="${maskable ? 30 : 38}" fill="#fff">${safe}</text></svg>`
}
