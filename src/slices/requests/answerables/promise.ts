import { defineAnswerable } from '../../../kernel/answerable.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../hours.ts'
import { listMine } from '../operations/list-mine.ts'
import { itemOf, MOST_COUNTED, SHOWN } from './own-requests.ts'

/** "When do I get an answer?" */
export const promise = defineAnswerable({
  name: 'requests.promise',
  operation: listMine,
  examples: {
    de: [
      'Wann (bekomme|erhalte|kriege) ich (|eine|endlich eine|meine) Antwort?',
      'Wann (bekomme|erhalte) ich (|eine) Antwort auf (mein Anliegen|meine Anfrage|meine Nachricht)?',
      'Wann (antworten|schreiben|melden) Sie mir (|zurück)?',
      'Wann melden Sie sich (|bei mir)?',
      'Bis wann bekomme ich (|eine) Antwort?',
      'Wie lange dauert (mein Anliegen|meine Anfrage) noch?',
      'Wann wird (mein Anliegen|meine Anfrage) (bearbeitet|beantwortet|erledigt)?',
    ],
    en: [
      'When do I (get|receive) (an|my) answer?',
      'When will I (get|receive|have) (an|my) (answer|reply|response)?',
      'When do I get (an answer|a reply) to my (request|message|question)?',
      'When will you (answer|reply to) (me|my request|my message)?',
      'How long will my request take?',
      'When will my request be (answered|done|dealt with)?',
    ],
    el: [
      'Πότε θα (πάρω|λάβω|έχω) (|μια|την) απάντηση;',
      'Πότε παίρνω απάντηση;',
      'Πότε θα πάρω απάντηση στο (αίτημά μου|μήνυμά μου);',
      'Πότε θα μου απαντήσετε;',
      'Πότε θα απαντηθεί το αίτημά μου;',
      'Πόσο θα πάρει ακόμα το αίτημά μου;',
    ],
  },
  input: () => ({ show: 'open' as const, limit: MOST_COUNTED }),
  async answer(ctx, { items }) {
    const promised = items
      .filter(({ promisedAt, answeredAt }) => promisedAt && !answeredAt)
      .sort((a, b) => Date.parse(a.promisedAt as string) - Date.parse(b.promisedAt as string))
    const [first] = promised
    if (!first?.promisedAt) return null
    const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
    return {
      figure: format.day(first.promisedAt),
      text: ctx.t('requests.answerable.promise', {
        subject: first.subject,
        by: format.moment(first.promisedAt),
        others: promised.length - 1,
      }),
      asOf: ctx.now(),
      path: `/requests/${first.reference}`,
      link: ctx.t('requests.answerable.toRequest', { reference: first.reference }),
      items: await Promise.all(promised.slice(1, 1 + SHOWN).map((request) => itemOf(ctx, request))),
    }
  },
})
