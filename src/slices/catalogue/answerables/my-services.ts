import { defineAnswerable } from '../../../kernel/answerable.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../../requests/index.ts'
import { listHeld } from '../operations/list-held.ts'
import { priceText } from '../pages/Price.tsx'

/** Own services in an answer. */
const SHOWN = 5

/** "Which services do I have, and what do they cost me a month?" */
export const myServices = defineAnswerable({
  name: 'catalogue.myServices',
  operation: listHeld,
  examples: {
    de: [
      'Welche (Leistungen|Dienste|Services|Verträge|Abos) habe ich (|gerade|zurzeit)?',
      'Was (kosten mich|kosten) meine (Leistungen|Dienste|Services|Verträge|Abos) (|im Monat|pro Monat|monatlich)?',
      'Was (zahle|bezahle) ich (|Ihnen) (im Monat|pro Monat|monatlich)?',
      'Wie viel (zahle|bezahle) ich (im Monat|pro Monat|monatlich)?',
      'Wie hoch sind meine monatlichen Kosten?',
      'Meine (Leistungen|Dienste|Services|Verträge|Abos)',
      'Was habe ich (|bei Ihnen) (gebucht|bestellt|abonniert)?',
      'Meine (monatlichen Kosten|Kosten im Monat|laufenden Kosten)',
    ],
    en: [
      'Which (services|contracts|subscriptions) do I have (|now)?',
      'What services do I have?',
      'What do my (services|contracts|subscriptions) cost (|me) (|a month|per month|every month)?',
      'What do I pay (|you) (a month|per month|every month|monthly)?',
      'How much do I pay (a month|per month|every month|monthly)?',
      'How high are my monthly costs?',
      'My (services|contracts|subscriptions)',
      'What have I subscribed to?',
      'My (monthly costs|costs a month|running costs)',
    ],
    el: [
      'Ποιες υπηρεσίες έχω (|τώρα);',
      'Ποια συμβόλαια έχω;',
      'Πόσο (μου κοστίζουν|κοστίζουν) οι υπηρεσίες μου (|τον μήνα|το μήνα|κάθε μήνα);',
      'Τι πληρώνω (τον μήνα|το μήνα|κάθε μήνα|μηνιαία);',
      'Πόσα πληρώνω (τον μήνα|το μήνα|κάθε μήνα|μηνιαία);',
      'Ποιο είναι το μηνιαίο κόστος μου;',
      'Οι υπηρεσίες μου',
      'Τα (μηνιαία έξοδά μου|έξοδά μου τον μήνα)',
    ],
  },
  input: () => ({}),
  async answer(ctx, { items, monthly }) {
    const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
    const running = items.filter(({ state }) => state !== 'ended')
    const amount = format.money(monthly)
    return {
      figure: amount,
      text: ctx.t('catalogue.answerable.myServices', { count: running.length, amount }),
      asOf: ctx.now(),
      path: '/my-services',
      link: ctx.t('catalogue.held.title'),
      items: running.slice(0, SHOWN).map(({ id, name, quantity, price, endsOn }) => {
        // What it costs once has been paid.
        const cost = priceText(ctx.t, format, { ...price, once: null })
        const end = endsOn && ctx.t('catalogue.held.state.ending', { day: format.dayShort(endsOn) })
        return {
          title: quantity > 1 ? `${quantity} × ${name}` : name,
          note: end ? `${cost} · ${end}` : cost,
          path: `/my-services/${id}`,
        }
      }),
    }
  },
})
