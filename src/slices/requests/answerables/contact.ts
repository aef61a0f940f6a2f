import { defineAnswerable } from '../../../kernel/answerable.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../hours.ts'
import { whenBack } from '../operations/when-back.ts'
import { backText } from '../pages/back-text.ts'

/** "Who is my contact, and are you there?" */
export const contact = defineAnswerable({
  name: 'requests.contact',
  operation: whenBack,
  examples: {
    de: [
      'Wer ist mein (Ansprechpartner|Kontakt|Betreuer)?',
      'Wer ist meine (Ansprechpartnerin|Kontaktperson)?',
      'Wer ist für mich (zuständig|da)?',
      'Wie erreiche ich (Sie|jemanden|einen Menschen)?',
      'Wann (sind Sie|ist jemand) (|wieder) (da|erreichbar)?',
      'Sind Sie (jetzt|gerade|heute) (da|erreichbar)?',
      'Wann (haben Sie|habt ihr) (auf|geöffnet|offen)?',
      'Ihre (Öffnungszeiten|Servicezeiten|Telefonnummer)',
    ],
    en: [
      'Who is my contact (|person)?',
      'Who can I (talk to|contact)?',
      'How do I reach (you|somebody|a person)?',
      'When are you (|back) (there|open|available)?',
      'Are you (open|there|available) (now|today)?',
      'When is somebody (there|back|available)?',
      'Your (opening hours|office hours|phone number|telephone number)',
    ],
    el: [
      'Ποιος είναι ο (υπεύθυνός μου|σύμβουλός μου);',
      'Με ποιον μπορώ να (μιλήσω|επικοινωνήσω);',
      'Πώς μπορώ να (σας βρω|επικοινωνήσω μαζί σας);',
      'Πότε (είστε|είναι κάποιος) (εκεί|διαθέσιμος|διαθέσιμοι|ανοιχτά);',
      'Είστε (ανοιχτά|διαθέσιμοι) (τώρα|σήμερα);',
      'Ποιες ώρες είστε ανοιχτά;',
      'Το τηλέφωνό σας',
    ],
  },
  async answer(ctx, presence) {
    if (!presence.known) return null
    const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
    const sentences = [backText(ctx.t, format, presence)]
    if (presence.telephone) sentences.push(ctx.t('requests.answerable.telephone', { number: presence.telephone }))
    return {
      figure: presence.title || ctx.t('requests.side.desk'),
      text: sentences.join(' '),
      asOf: new Date(presence.asOf),
      path: '/contact',
      link: ctx.t('requests.nav.contact'),
    }
  },
})
