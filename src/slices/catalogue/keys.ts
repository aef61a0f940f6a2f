/** Letters of other alphabets and with marks, as keys spell them. */
const SPELT: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ł: 'l', ø: 'oe', å: 'aa', æ: 'ae' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
  },
  ...{ ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

/** A key made of a name: `Wallbox anmelden` → `wallbox-anmelden`. */
export function keyOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüßıłøåæ]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[α-ως]/g, (letter) => SPELT[letter] ?? '')
  const key = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return key || 'service'
}

/** A key made of a name that is not taken yet. */
export async function freeKey(name: string, isTaken: (key: string) => Promise<boolean>): Promise<string> {
  const wish = keyOf(name)
  if (!(await isTaken(wish))) return wish
  for (let number = 2; ; number++) if (!(await isTaken(`${wish}-${number}`))) return `${wish}-${number}`
}
