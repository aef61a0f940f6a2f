import { defineAnswerable } from '../../../kernel/answerable.ts'
import { formatsOf } from '../../../ui/formats.ts'
import { timeZoneOf } from '../../requests/index.ts'
import { listOrders } from '../operations/list-orders.ts'

/** Own orders in an answer. */
const SHOWN = 5

/** "When does my order come?" */
export const myOrders = defineAnswerable({
  name: 'catalogue.myOrders',
  operation: listOrders,
  examples: {
    de: [
      'Wann kommt (|endlich) (meine Bestellung|mein bestelltes Gerät|was ich bestellt habe)?',
      'Wann (kommen meine Bestellungen|wird meine Bestellung geliefert|wird geliefert, was ich bestellt habe)?',
      'Wo (bleibt|ist) meine Bestellung?',
      'Wie steht es um (meine Bestellung|meine Bestellungen)?',
      'Was ist (mit meiner Bestellung|aus meiner Bestellung geworden)?',
      '(Stand|Status) meiner (Bestellung|Bestellungen)',
      'Wie weit ist meine Bestellung?',
      'Meine (|offenen) Bestellungen',
      'Was habe ich (|gerade) bestellt?',
    ],
    en: [
      'When (does my order come|is my order coming|will my order arrive|will my order come)?',
      'When (do|will) I get my order?',
      'Where is my order?',
      'What (happened to|became of|has become of|about) my order?',
      'What is the (status|state) of my (order|orders)?',
      '(Status|State) of my (order|orders)',
      'My (|open) orders',
      'What have I ordered?',
    ],
    el: [
      'Πότε (έρχεται|θα έρθει|παραδίδεται) η παραγγελία μου;',
      'Πού (είναι|βρίσκεται) η παραγγελία μου;',
      'Τι γίνεται με (την παραγγελία μου|τις παραγγελίες μου);',
      'Τι απέγινε η παραγγελία μου;',
      'Κατάσταση (της παραγγελίας μου|των παραγγελιών μου)',
      'Ποια είναι η κατάσταση (της παραγγελίας μου|των παραγγελιών μου);',
      'Οι (|ανοιχτές) παραγγελίες μου',
      'Τι έχω παραγγείλει;',
    ],
  },
  input: () => ({ show: 'open' as const, limit: SHOWN }),
  async answer(ctx, { items }) {
    const format = formatsOf(ctx.lang, await timeZoneOf(ctx.settings))
    const [first] = items
    const next = items.flatMap(({ promisedOn }) => promisedOn ?? []).sort()[0]
    return {
      figure: next
        ? format.day(next)
        : ctx.t(first ? `catalogue.itemState.${first.state}` : 'catalogue.answerable.none'),
      text: ctx.t('catalogue.answerable.myOrders', { count: items.length }),
      asOf: ctx.now(),
      path: first && items.length === 1 ? `/orders/${first.reference}` : '/orders',
      link: ctx.t('catalogue.orders.title'),
      items: items.map(({ reference, names, state, promisedOn }) => {
        const word = ctx.t(`catalogue.itemState.${state}`)
        return {
          title: names.join(', '),
          note: promisedOn
            ? `${word} · ${ctx.t('catalogue.order.promised', { day: format.dayShort(promisedOn) })}`
            : word,
          path: `/orders/${reference}`,
        }
      }),
    }
  },
})
