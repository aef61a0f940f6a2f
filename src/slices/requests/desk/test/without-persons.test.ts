import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutPersons } from '../without-persons.ts'

describe('a text without persons', () => {
  it.each([
    [
      'Guten Tag Frau Vollmer,\n\ndas tut uns leid. Bitte lesen Sie selbst ab.\n\nFreundliche Grüße\nTobias Lindner',
      'Das tut uns leid. Bitte lesen Sie selbst ab.',
    ],
    ['Guten Abend, eine Pumpe wird getauscht.', 'Eine Pumpe wird getauscht.'],
    ['Hello Lena,\n\nplease install the update.\n\nKind regards\nTobias', 'Please install the update.'],
    ['Καλημέρα σας Sofia,\n\nη κάρτα είναι έτοιμη.\n\nΜε εκτίμηση\nΑνδρέας', 'Η κάρτα είναι έτοιμη.'],
    ['Schreiben Sie an a.vollmer@example.org oder 089 99998-100.', 'Schreiben Sie an … oder ….'],
    ['Zu R-24058-Y: Kundennummer 4711008, DE02 1203 0000 0000 2020 51.', 'Zu …: Kundennummer …, ….'],
    ['Seit 12.11.2026 kostet es 1.299,00 €, ab 6,4 kW mehr.', 'Seit 12.11.2026 kostet es 1.299,00 €, ab 6,4 kW mehr.'],
    ['Frau Vollmers Zähler, sagt Annegret Vollmer.', '… Zähler, sagt ….'],
    ['Vielen Dank, das hilft.', 'Vielen Dank, das hilft.'],
    ['Thank you for the photo.\n\nPlease press reset.', 'Thank you for the photo.\n\nPlease press reset.'],
    ['Hallo die Heizung ist seit heute kalt.', 'Hallo die Heizung ist seit heute kalt.'],
    ['Hilfe zum Hallentor', 'Hilfe zum Hallentor'],
  ])('%j', (text, expected) => {
    expect(withoutPersons(text, ['Annegret Vollmer', 'Tobias Lindner'])).toBe(expected)
  })

  it.each([
    ['Ich wohne in der Lindenstraße 4a.', 'Ich wohne in der ….'],
    ['Die Laterne am Färbersteg 3 ist dunkel.', 'Die Laterne am … ist dunkel.'],
    ['Ort: Färbersteg 3, 2. Stock', 'Ort: …, 2. Stock'],
    ['Lange Str. 12-14, 88131 Lindaubrück', '…, …'],
    ['Gerberau 4, 88131 Lindaubrück', '…, …'],
    ['Am Alten Markt 3, 2. Stock', '…, 2. Stock'],
    ['Wir wohnen Unter den Linden 5.', 'Wir wohnen ….'],
    ['Straße des 17. Juni 135', '…'],
    ['Mein Zähler im Rosenweg 7 zeigt nichts.', 'Mein Zähler im … zeigt nichts.'],
    ['Wohne Karl-Marx-Allee 90 b, aus 79098 Freiburg im Breisgau', 'Wohne …, aus …'],
    ['I live at Flat 3, 12 St. Johns Road, London SW1A 1AA.', 'I live at …, London ….'],
    ['The meter at 221b Baker Street is dark.', 'The meter at … is dark.'],
    ['Μένω στην οδό Ερμού 15, 105 63 Αθήνα.', 'Μένω στην οδό …, ….'],
    ['Ο μετρητής στη Λεωφόρο Κηφισίας 120 δεν ανάβει.', 'Ο μετρητής στη … δεν ανάβει.'],
    ['Μένω στην Τσιμισκή 23.', 'Μένω στην ….'],
  ])('says nothing of where somebody lives: %j', (text, expected) => {
    expect(withoutPersons(text, [])).toBe(expected)
  })

  it.each([
    'Im November 3 Tage ohne Strom, am Montag 12 Stunden.',
    'Das kostet 10000 Euro für 12000 Kunden.',
    'Schritt 3: Drücken Sie Weg 2, Seite 4 im Handbuch.',
    'Arbeitsplatz 3 hat kein Netz. Monitoring 365 und Office 365 gehen.',
    'Auf dem Router 3 Sekunden drücken, in der App 2 Minuten warten.',
    'LZ-300: Anzeige bleibt bei 8.8.8.8.',
    'Step 3: Press Close. Use 2 Google Drive accounts.',
    'Στις 15 Νοεμβρίου 2026, βήμα 3.',
  ])('leaves what is no address: %j', (text) => {
    expect(withoutPersons(text, [])).toBe(text)
  })

  it('never leaves an address of mail or a known name in it', () => {
    const word = fc.stringMatching(/^[a-zäöü]{1,9}$/)
    const text = fc.array(fc.oneof(word, fc.constantFrom('Quastenflosser', 'kim@example.org', '\n', ',', 'R-24001-A')))
    fc.assert(
      fc.property(text, (words) => {
        const left = withoutPersons(words.join(' '), ['Kim Quastenflosser'])
        expect(left).not.toMatch(/quastenflosser|@|R-24001-A/i)
      }),
    )
  })

  it('does not hang on any text', () => {
    const long = fc.constantFrom('A', 'Aa ', 'Aastr ', '1 A', 'Am Aa ').map((part) => part.repeat(5000))
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 2000 }), long),
        (text) => typeof withoutPersons(text, ['A B']) === 'string',
      ),
    )
  })
})
