import { defineAnswerable, type Slot } from '../../../kernel/answerable.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../hours.ts'
import { read } from '../operations/read.ts'
import { numberOf, referenceOf } from '../rules.ts'

const REFERENCE = /\br[\s-]?\d{4,12}[\s-]?[a-z]\b/i

/** A reference with its check letter right, however it was typed. */
const reference: Slot = (_ctx, question) => {
  const match = REFERENCE.exec(question)
  const number = match && numberOf(match[0])
  if (!match || number === null) return null
  return { value: referenceOf(number), start: match.index, end: match.index + match[0].length }
}

/** "How does R-24001-A stand?" */
export const state = defineAnswerable({
  name: 'requests.state',
  operation: read,
  slots: { reference },
  examples: {
    de: [
      '{reference}',
      'Wie steht es um (|mein Anliegen|meine Anfrage|die Nummer) {reference}?',
      'Gibt es (|schon) (|etwas|was) Neues zu (|meinem Anliegen|meiner Anfrage) {reference}?',
      'Was ist mit (|meinem Anliegen|meiner Anfrage) {reference}?',
      '(Stand|Status) (|von|meines Anliegens|meiner Anfrage) {reference}',
      'Was ist der (Stand|Status) (von|meines Anliegens|meiner Anfrage) {reference}?',
      'Wie weit ist (|mein Anliegen|meine Anfrage) {reference}?',
      'Wann bekomme ich (|eine) Antwort auf (|mein Anliegen|meine Anfrage) {reference}?',
    ],
    en: [
      '{reference}',
      'What is the (status|state) of (|my request|my case) {reference}?',
      '(status|state) of {reference}',
      'How is (|my request) {reference} going?',
      'What about (|my request) {reference}?',
      'Is there any news (on|about) (|my request) {reference}?',
      'When do I get an answer to (|my request) {reference}?',
    ],
    el: [
      '{reference}',
      'Τι γίνεται με (|το αίτημά μου|την υπόθεσή μου) {reference};',
      'Ποια είναι η κατάσταση (|του αιτήματός μου) {reference};',
      'Κατάσταση (|του αιτήματος) {reference}',
      'Υπάρχει κάποιο νέο για (|το αίτημά μου) {reference};',
      'Πού βρίσκεται (|το αίτημά μου) {reference};',
      'Πότε θα πάρω απάντηση (|στο αίτημά μου) {reference};',
    ],
  },
  input: ({ reference: value }) => ({ request: value ?? '' }),
  async answer(ctx, request) {
    // A link was not asked for, and what belongs to somebody else was not found.
    if (!request.isMine) return null
    const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
    const isDone = request.state === 'solved' || request.state === 'closed'
    const stateName =
      request.state === 'closed' && request.ending
        ? ctx.t(`requests.ending.${request.ending}`)
        : (request.stateWord ?? ctx.t(`requests.state.${request.state}` as TextKey))
    const promised = !isDone && request.answeredAt === null ? request.promisedAt : null
    return {
      figure: stateName,
      text: promised
        ? ctx.t('requests.answerable.statePromised', { subject: request.subject, by: format.moment(promised) })
        : ctx.t('requests.answerable.state', { subject: request.subject, at: format.moment(request.changedAt) }),
      asOf: ctx.now(),
      path: `/requests/${request.reference}`,
      link: ctx.t('requests.answerable.toRequest', { reference: request.reference }),
    }
  },
})
