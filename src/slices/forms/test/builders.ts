import { Readable } from 'node:stream'
import type { Actor, Channel } from '../../../kernel/actor.ts'
import { FormDefinition } from '../../../kernel/form/definition.ts'
import { bySystem, callBy, type openTheke } from '../../../test/theke.ts'
import { createDraft } from '../index.ts'
import { insertForm, setPublished } from '../store/forms.ts'

type Theke = Awaited<ReturnType<typeof openTheke>>
export type Who = ReturnType<typeof callBy>

/** Two pages: what is broken, with a question that depends on it; then who and a picture. */
export const LAMP = {
  title: { de: 'Laterne melden', en: 'Report a street lamp' },
  pages: [
    {
      id: 'lamp',
      title: { de: 'Die Laterne' },
      fields: [
        {
          key: 'kind',
          type: 'choice',
          label: { de: 'Was ist los?' },
          options: [
            { value: 'dark', label: { de: 'Sie ist dunkel' } },
            { value: 'broken', label: { de: 'Sie ist beschädigt' } },
          ],
        },
        {
          key: 'danger',
          type: 'yesNo',
          label: { de: 'Besteht Gefahr?' },
          when: { field: 'kind', is: 'equals', value: 'broken' },
        },
      ],
    },
    {
      id: 'you',
      title: { de: 'Zu Ihnen' },
      fields: [
        { key: 'name', type: 'text', label: { de: 'Ihr Name' }, prefill: 'name', required: false },
        { key: 'photo', type: 'file', label: { de: 'Bild' }, required: false, kinds: ['document'] },
        { key: 'colleague', type: 'person', label: { de: 'Wer weiß noch davon?' }, required: false },
      ],
    },
  ],
}

export const PURPOSE = { kind: 'request', title: 'Laterne melden', path: '/contact' }

/** Builds people, forms and drafts for the tests of this slice. */
export function builders(theke: Theke) {
  return {
    async person(name: string, actor: Partial<Actor> = {}, channel: Channel = 'web') {
      const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`
      const { id } = await theke.db
        .insertInto('persons')
        .values({ name, email, language: 'de' })
        .returning('id')
        .executeTakeFirstOrThrow()
      return callBy({ personId: id, name, email, ...actor }, 'de', channel)
    },
    visitor: () => callBy({ address: '192.0.2.7' }),
    /** A published form. */
    form: (definition: object = LAMP) =>
      theke.runner.inCtx(bySystem, async (ctx) => {
        const key = `form-${crypto.randomUUID()}`
        const now = ctx.now()
        const id = await insertForm(ctx.db, { key, definition: FormDefinition.parse(definition), authorId: null, now })
        await setPublished(ctx.db, id as string, 1, now)
        return { id: id as string, key }
      }),
    draft: (who: Who, formId: string, answers = {}) =>
      theke.runner.inCtx(who, (ctx) => createDraft(ctx, { formId, purpose: PURPOSE, answers })),
    upload: (who: Who, text = 'Laterne 17') =>
      theke.http.filesFor(who.actor.personId).receive(Readable.from([Buffer.from(text)]), { name: 'laterne.txt' }),
  }
}
