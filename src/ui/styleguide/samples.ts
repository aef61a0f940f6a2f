import type { Lang } from '../../kernel/lang.ts'

/** Texts of the specimens: real words, some of them long. */
export interface Samples {
  short: string
  long: string
  /** Longer than a phone is wide. */
  word: string
  sentence: string
  paragraph: string
  question: string
  name: string
}

/** Sample texts by language. They show type and layout; they are no part of the interface. */
export const samples: Record<Lang, Samples> = {
  de: {
    short: 'Speichern',
    long: 'Straßenlaterne am Färbersteg ist seit drei Tagen dunkel',
    word: 'Rechtsschutzversicherungsgesellschaften',
    sentence: 'Schreiben Sie in ein paar Worten, worum es geht.',
    paragraph:
      'Der Zählerstand ist die Grundlage Ihrer Rechnung. Wenn wir keinen Stand haben, dürfen wir ihn schätzen. Ihre eigene Ablesung ist immer genauer, und sie dauert keine zwei Minuten.',
    question: 'Wie lese ich meinen digitalen Stromzähler ab?',
    name: 'Hedwig Sommerlatte-Bergengruen',
  },
  en: {
    short: 'Save',
    long: 'The street lamp at Färbersteg has been dark for three days',
    word: 'Counterrevolutionaries',
    sentence: 'Say in a few words what it is about.',
    paragraph:
      'The meter reading is what your bill is based on. Without a reading we may estimate it. Your own reading is always more exact, and it takes less than two minutes.',
    question: 'How do I read my digital electricity meter?',
    name: 'Margaret Featherstonehaugh',
  },
  el: {
    short: 'Αποθήκευση',
    long: 'Ο φανοστάτης στη γέφυρα είναι σβηστός εδώ και τρεις ημέρες',
    word: 'Ηλεκτροεγκεφαλογραφήματος',
    sentence: 'Γράψτε με λίγα λόγια περί τίνος πρόκειται.',
    paragraph:
      'Η ένδειξη του μετρητή είναι η βάση του λογαριασμού σας. Αν δεν έχουμε ένδειξη, επιτρέπεται να την εκτιμήσουμε. Η δική σας μέτρηση είναι πάντα ακριβέστερη και χρειάζεται λιγότερο από δύο λεπτά.',
    question: 'Πώς διαβάζω τον ψηφιακό μετρητή ρεύματος;',
    name: 'Παπακωνσταντίνου-Χατζηγεωργίου Αικατερίνη',
  },
}
