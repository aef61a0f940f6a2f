/** A name in one to three words: "Alten Markt", "St. Johns". Bounded, so that no text takes long. */
const WORD = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const HOUSE = '\\d{1,4}(?! ?\\d)(?: ?[a-zA-Zα-ωΑ-Ω](?!\\p{L}))?(?: ?[-–/] ?\\d{1,4}(?:[a-z](?!\\p{L}))?)?'

/** What streets are called in German by the end of their name. */
const ENDS =
  'stra(?:ß|ss)en? str\\. gasse weg platz allee ring damm ufer steg stieg chaussee promenade pfad graben markt anger kai hof berg'.split(
    ' ',
  )
const END = `(?:${ENDS.join('|')})`
/** The same as a word of its own, after another one. */
const LAST_WORD = `(?:${ENDS.map((end) => end.charAt(0).toUpperCase() + end.slice(1)).join('|')})`
/** Words with such an end that stand before figures and are no streets. */
const NO_STREETS =
  '(?:Arbeits|Speicher|Steck|Zähler|Steh|Sitz|Um|Lösungs|Rechts|Vertriebs|Liefer|Bestell|Dicht|Monito|Enginee|Bau|Bahn|Wert|Klär)(?:platz|weg|ring|hof)(?!\\p{L})'
/** Numbers before these count something. */
const COUNTED =
  'Euro|Cent|Kilo|Mega|Giga|Watt|Volt|Ampere|Kund|Haushalt|Stück|Stunde|Minute|Tag|Woche|Monat|Jahr|Meter|Liter|Kubik|Zeichen|Person|Mensch|Mal|Punkt|Grad|Prozent|Bücher|Medien|Ευρώ|Λίτρ|Κιλοβατ'

/** Lindenstraße 4a · Färbersteg 3 · Lange Str. 12-14 · Straße des 17. Juni 135: the end of the name says it, or its beginning. */
const GERMAN = [
  `(?<!\\p{L})(?!${NO_STREETS})\\p{Lu}[\\p{L}-]{1,40}(?:${END}|(?<=-)${LAST_WORD}) ${HOUSE}`,
  `(?<!\\p{L})(?:(?!(?:Sie|De[rnm]|Das|Eine?[rnm]?) )${WORD} ){1,2}${LAST_WORD} ${HOUSE}`,
  `(?<!\\p{L})Straße (?:des|der) (?:\\d{1,2}\\. )?${WORD} ${HOUSE}`,
].join('|')
/** Am Alten Markt 3 · Unter den Linden 5: a place and a number, and then nothing that would be counted. */
const AT_A_PLACE = `(?<!\\p{L})(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Unter den|Zum|Zur|Hinter der|Vor dem) (?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Schritt|Kapitel|Abschnitt|Punkt|Menü|Jahr)(?!\\p{L}))(?:${WORD} ){1,2}${HOUSE}(?=[,;.)\\n]|$)`
/** 221b Baker Street · Flat 3, 12 St. Johns Road */
const ENGLISH = `(?<![\\p{L}\\d])(?:(?:Flat|Apartment|Apt\\.?) \\w{1,5}, )?\\d{1,5}[a-z]? (?!(?:Press|Click|Select|Choose|Google|Flash|Hard|Disk|One|USB) )(?:${WORD} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Court|Square|Terrace|Crescent|Gardens|Boulevard|Mews|St|Rd|Ave|Ln|Blvd)(?!\\p{L})\\.?`
/** Οδός Ερμού 15 · Λεωφόρος Κηφισίας 120 · στην Τσιμισκή 23 */
const GREEK = `(?<!\\p{L})(?:(?:Οδ[όο][ςύυ]|οδ[όο][ςύυ]|Λεωφ(?:όρο[ςυ]?|\\.)|λεωφ(?:όρο[ςυ]?|\\.)|Πλατεία[ςσ]?|πλατεία[ς]?) (?:${WORD} ){1,3}|(?<=(?<!\\p{L})(?:στην|στη|επί της|επί) )(?:\\p{Lu}[α-ωάέήίόύώ]{2,20} ){1,2})${HOUSE}`
/** 88131 Lindaubrück · D-79098 Freiburg im Breisgau · Τ.Κ. 105 63 Αθήνα */
const PLACE = `(?<![\\p{L}\\d.,-])(?:(?:D|A|CH|GR)-)?(?:Τ\\.? ?Κ\\.? )?(?:\\d{5}|\\d{3} \\d{2}) (?!${COUNTED})\\p{Lu}[\\p{L}-]{2,30}(?: (?:am|an der|im|in der|bei|ob der) ${WORD})?`
/** Any street at all, where a postcode follows: Gerberau 4, 88131 Lindaubrück */
const BEFORE_POSTCODE = `(?<!\\p{L})(?:${WORD} ){0,2}${WORD} ${HOUSE}(?=,? ?\\n?(?:(?:D|A|CH|GR)-)?(?:Τ\\.? ?Κ\\.? )?(?:\\d{5}|\\d{3} \\d{2}) \\p{Lu})`
const UK_POSTCODE = '\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b'

/** Where somebody lives, as it is written in German, English and Greek: street with number, postcode with place. */
export const STREET_ADDRESSES = [BEFORE_POSTCODE, GERMAN, AT_A_PLACE, ENGLISH, GREEK, PLACE, UK_POSTCODE].map(
  (pattern) => new RegExp(pattern, 'gu'),
)
