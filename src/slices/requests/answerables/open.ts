import { defineAnswerable } from '../../../kernel/answerable.ts'
import { listMine } from '../operations/list-mine.ts'
import { itemOf, MOST_COUNTED, SHOWN } from './own-requests.ts'

/** "What of mine is still open?" */
export const open = defineAnswerable({
  name: 'requests.open',
  operation: listMine,
  examples: {
    de: [
      'Was ist (|bei mir) (|noch) offen?',
      'Welche (Anliegen|Anfragen|Vorgänge) (habe ich|von mir sind) (|noch) offen?',
      'Habe ich (|noch) offene (Anliegen|Anfragen|Vorgänge)?',
      'Meine offenen (Anliegen|Anfragen|Vorgänge)',
      'Wie steht es um (mein Anliegen|meine Anliegen|meine Anfrage|meine Anfragen)?',
      'Was ist (mit meinem Anliegen|mit meiner Anfrage|aus meinem Anliegen geworden|aus meiner Anfrage geworden)?',
      '(Stand|Status) meiner (Anfrage|Anfragen|Anliegen)',
      'Wie ist der (Stand|Status) (meines Anliegens|meiner Anfrage|meiner Anfragen|meiner Anliegen)?',
      'Wie viele (Anliegen|Anfragen) habe ich (|noch) offen?',
    ],
    en: [
      'What is still open (|for me)?',
      'What of mine is still open?',
      'Which (|of my) (requests|cases) are (|still) open?',
      'Do I have (|any) open (requests|cases)?',
      'My open (requests|cases)',
      'How many (|open) requests do I have (|open)?',
      'What is the (status|state) of my (request|requests|case|message)?',
      'What (happened to|became of|has become of) my (request|requests|case|message)?',
      'What about my (request|requests|message)?',
      '(Status|State) of my (request|requests|case)',
    ],
    el: [
      'Τι είναι ακόμα ανοιχτό;',
      'Τι έχω (|ακόμα) ανοιχτό;',
      'Ποια (αιτήματά μου|αιτήματα μου) είναι (|ακόμα) ανοιχτά;',
      'Έχω (|ακόμα) ανοιχτά αιτήματα;',
      'Τα ανοιχτά αιτήματά μου',
      'Πόσα (|ανοιχτά) αιτήματα έχω (|ανοιχτά);',
      'Τι γίνεται με (το αίτημά μου|τα αιτήματά μου|το μήνυμά μου);',
      'Ποια είναι η κατάσταση (του αιτήματός μου|των αιτημάτων μου);',
      'Τι απέγινε (το αίτημά μου|το μήνυμά μου);',
      'Κατάσταση (του αιτήματός μου|των αιτημάτων μου)',
    ],
  },
  input: () => ({ show: 'open' as const, limit: MOST_COUNTED }),
  async answer(ctx, { items, next }) {
    const count = items.length
    return {
      figure: next ? ctx.t('requests.answerable.moreThan', { count }) : String(count),
      text: ctx.t('requests.answerable.open', { count }),
      asOf: ctx.now(),
      path: '/requests?show=open',
      link: ctx.t('requests.mine.title'),
      items: await Promise.all(items.slice(0, SHOWN).map((request) => itemOf(ctx, request))),
    }
  },
})
