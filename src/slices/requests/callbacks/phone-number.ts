/** Calling code, and the digit that national numbers begin with where it falls away from abroad (ITU-T E.164, E.123). */
const COUNTRIES: Record<string, { code: string; trunk: string; length: [number, number] }> = {
  DE: { code: '49', trunk: '0', length: [6, 12] },
  AT: { code: '43', trunk: '0', length: [6, 12] },
  CH: { code: '41', trunk: '0', length: [9, 9] },
  LI: { code: '423', trunk: '', length: [7, 9] },
  LU: { code: '352', trunk: '', length: [6, 11] },
  BE: { code: '32', trunk: '0', length: [8, 9] },
  NL: { code: '31', trunk: '0', length: [9, 9] },
  FR: { code: '33', trunk: '0', length: [9, 9] },
  IT: { code: '39', trunk: '', length: [6, 11] },
  ES: { code: '34', trunk: '', length: [9, 9] },
  GB: { code: '44', trunk: '0', length: [9, 10] },
  IE: { code: '353', trunk: '0', length: [7, 9] },
  GR: { code: '30', trunk: '', length: [10, 10] },
  CY: { code: '357', trunk: '', length: [8, 8] },
  PL: { code: '48', trunk: '', length: [9, 9] },
  CZ: { code: '420', trunk: '', length: [9, 9] },
  US: { code: '1', trunk: '1', length: [10, 10] },
}

/**
 * A telephone number in international form, `+498999998100`; null when it cannot be one.
 * @param typed as people type it: with blanks, brackets, slashes, `+49 (0)89 …`, `0049 …`
 * @param country ISO 3166 code of where numbers without calling code are from
 */
export function phoneNumberOf(typed: string, country: string): string | null {
  const text = typed.trim().replace(/\(0\)/, '')
  if (!/^[+\d][\d\s()/.–-]*$/.test(text) && !/^\([\d\s]+\)[\d\s/.–-]*$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  const isInternational = text.startsWith('+') || digits.startsWith('00')
  const international = digits.replace(/^00/, '')
  if (isInternational) return isPossible(international) ? `+${international}` : null
  const here = COUNTRIES[country]
  if (!here) return null
  const national = here.trunk && digits.startsWith(here.trunk) ? digits.slice(here.trunk.length) : digits
  // Without the trunk digit it would be a number of one's own town only.
  if (here.trunk && national === digits && country !== 'US') return null
  const [shortest, longest] = here.length
  return national.length >= shortest && national.length <= longest ? `+${here.code}${national}` : null
}

/** E.164: at most fifteen digits, and no calling code begins with 0. Of countries known here also the length must be right. */
function isPossible(digits: string): boolean {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return false
  const known = Object.values(COUNTRIES).find(({ code }) => digits.startsWith(code))
  if (!known) return true
  const length = digits.length - known.code.length
  return length >= known.length[0] && length <= known.length[1] && !(known.trunk && digits[known.code.length] === '0')
}
