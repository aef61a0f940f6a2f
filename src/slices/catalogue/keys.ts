import { slugOf } from '../../kernel/slug.ts'

/** A key made of a name that is not taken yet: `Wallbox anmelden` → `wallbox-anmelden`. */
export async function freeKey(name: string, isTaken: (key: string) => Promise<boolean>): Promise<string> {
  const wish = slugOf(name, 50) || 'service'
  if (!(await isTaken(wish))) return wish
  for (let number = 2; ; number++) if (!(await isTaken(`${wish}-${number}`))) return `${wish}-${number}`
}
