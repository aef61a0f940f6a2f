import { foldWord } from '../text/characters.ts'
import type { Language } from '../text/languages.ts'
import { stopWordsOf } from '../text/stop-words.ts'

// Words that carry a little meaning, but that nobody could say yes or no to when asked what it is about: everyday verbs, adverbs,
// numbers, words that point, pieces of addresses. From general usage.
const de = `aktuell aktuelle allgemein angeben anzeigen arbeiten auswahlen bedeutet bekannt bekommen benotigen benutzen besonders besten besser
bleiben brauchen bringen davor deutlich drei dritte eigene einfach eins einzelne ende entsprechend erhalten erste finden folgende fragen fuhren
ganz gegebenenfalls gehoren genau gemeinsam gleich gross grosse gut halten heissen heute hilfe hoch immer info information informationen jahr jahre
jeweils kein keine klein klicken kommen kostenlos lassen leicht leider letzte lesen links machen meist meistens mindestens moglich moglichkeit monat
morgen nachste nehmen nennen neu neue nie oben oft rechts richtig sagen schnell sehen sogar spater sprechen statt stehen stelle stellen suchen tag
tage teil tun uhr unten verschiedene verwenden vier vorher wahlen weiter weitere weiterhin wenig wenige wichtig wissen woche zahl zeigen zeit
ziehen zunachst zuruck zusammen zusatzlich zwei zweite`

const en = `able across against along among around behind beside beyond toward via within without add additional another anyone anything apply ask asked available back become began begin best better big bring call called
change come current currently different easy else end enough even every everything example few find first follow following free full general
give go good great happen help high however important include information keep kind know known last later leave left less like likely list little
long look lot made main make many may maybe mean might need needed never new next nothing now number often old one open option other part
people place point possible put read really recent right said say second see seem select send set several show simple since sign small someone
something start still stop sure take tell thing think three time today together top try turn two type use used user using usual various
want way well work would yet yes`

const el = `αγαπητέ άλλα άλλη άλλο άλλος άμεσα αμέσως αναζήτηση ανάγκη ανοίξτε ανοίγει αρχή αυτόματα βλέπε βοήθεια βρείτε γενικά γράψτε δείτε δείχνει
δεξιά διαθέσιμα διάφορα δυνατό δυνατότητα δύο εδώ είδος ενεργό επιλέξτε επιλέξετε επιλέγετε επόμενη επόμενο έτος εύκολα εύκολο ζητήστε ημέρα ημέρες
θέλετε καθορίζει καλά καλύτερα καλύτερο κάνετε κάντε κάτω κλικ κοινό κύρια λάβετε λίγο μέρος μεγάλο μικρό μόνο νέα νέας νέες νέο νέος όνομα παλιά
παράδειγμα παρακάτω παραπάνω πατήστε περισσότερα περισσότερο πληροφορίες πολλά πολλές πραγματικά πρόσθετα πρώτη πρώτο σημαντικό σήμερα στείλτε
συνήθως σωστά τελευταία τέλος τρία τρόπος τώρα ύστερα χρειάζεται χρειάζεστε χρησιμοποιεί χρησιμοποιήστε χρήση χρόνια χρόνος ώρα`

const addresses = 'http https www com org net html htm'

const lists: Record<string, string> = { de, en, el }
const stems = new Map<string, ReadonlySet<string>>()

/** The stems of words that are no answer to the question what something is about: small ones and those above. */
export function poorStems({ code, stem }: Language): ReadonlySet<string> {
  const known = stems.get(code)
  if (known) return known
  const words = [...stopWordsOf(code), ...`${lists[code] ?? ''} ${addresses}`.split(/\s+/)].map(foldWord)
  const made = new Set(words.filter(Boolean).flatMap((word) => [word, stem(word)]))
  stems.set(code, made)
  return made
}
