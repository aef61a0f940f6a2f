/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

/** How a brand colour looks once it is fit for reading, and how much contrast that gives. */
export interface Brand {
  /** The colour used as accent on light surfaces. */
  accent: Oklch
  /** Whether the wish had to be darkened to be readable. */
  adjusted: boolean
  /** Smallest contrast of the accent on light surfaces, and of its text on the accent (WCAG 2.2, 1.4.3: at least 4.5). */
  contrastLight: number
  contrastDark: number
}

/** Surfaces that an accent stands on; the same figures as in src/ui/styles/tokens.css. */
const SHEET: Oklch = { l: 1, c: 0, h: 0 }
const SUNK: Oklch = { l: 0.962, c: 0.009, h: 85 }
const DARK_SHEET: Oklch = { l: 0.245, c: 0.014, h: 230 }
const ENOUGH = 4.5

/**
 * Makes a brand's colour fit for use: chroma is kept within what screens show, lightness is lowered until the accent reaches 4.5:1 on
 * every light surface and under white text. On dark surfaces the accent is computed from hue and chroma at a fixed, high lightness.
 */
export function brandOf(wish: Oklch): Brand {
  const c = clamp(wish.c, 0, 0.2)
  const h = ((wish.h % 360) + 360) % 360
  let l = clamp(wish.l, 0.25, 0.47)
  while (l > 0.25 && contrastLight({ l, c, h }) < ENOUGH) l -= 0.01
  const accent = { l: round(l), c: round(c), h: round(h) }
  return {
    accent,
    adjusted: accent.l !== round(wish.l) || accent.c !== round(wish.c),
    contrastLight: contrastLight(accent),
    contrastDark: contrastDark(accent),
  }
}

/** The style sheet of a portal's brand: three custom properties, from which tokens.css computes every accent. */
export function brandStyles(wish: Oklch): string {
  const { l, c, h } = brandOf(wish).accent
  return `:root{--brand-l:${l};--brand-c:${c};--brand-h:${h}}`
}

/** Contrast of two colours (WCAG 2.2, relative luminance), 1–21. */
export function contrast(a: Oklch, b: Oklch): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour as `#rrggbb`, for manifests, icons and mails, where OKLCH is not understood. */
export function hexOf(colour: Oklch): string {
  const channel = (linear: number) => {
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
    return Math.round(clamp(value, 0, 1) * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${linearRgb(colour).map(channel).join('')}`
}

/** A colour `#rrggbb`, as colour fields give it; the inverse of {@link hexOf}. */
export function colourOf(hex: string): Oklch {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const y = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const h = (Math.atan2(y, x) * 180) / Math.PI
  return { l: round(clamp(l, 0, 1)), c: round(clamp(Math.hypot(x, y), 0, 0.4)), h: round(h < 0 ? h + 360 : h) }
}

function contrastLight(accent: Oklch): number {
  const soft = { l: 0.948, c: Math.min(accent.c * 0.3, 0.03), h: accent.h }
  return Math.min(contrast(accent, SHEET), contrast(accent, SUNK), contrast(accent, soft))
}

function contrastDark({ l, c, h }: Oklch): number {
  const accent = { l: Math.max(l, 0.81), c: Math.min(c, 0.1), h }
  const soft = { l: 0.31, c: Math.min(c * 0.5, 0.045), h }
  const on = { l: 0.19, c: 0.03, h }
  return Math.min(contrast(accent, DARK_SHEET), contrast(accent, soft), contrast(accent, on))
}

function luminance(colour: Oklch): number {
  const [r, g, b] = linearRgb(colour).map((value) => clamp(value, 0, 1)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** OKLCH to linear sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020). */
function linearRgb({ l, c, h }: Oklch): [number, number, number] {
  const angle = (h * Math.PI) / 180
  const a = c * Math.cos(angle)
  const b = c * Math.sin(angle)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(Number.isFinite(value) ? value : least, least), most)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
