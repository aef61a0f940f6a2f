import { Checkbox } from '../../../../../ui/components/Checkbox.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../../ui/page.ts'
import { merge } from '../../operations/merge.ts'
import { readContext } from '../../operations/read-context.ts'
import { split } from '../../operations/split.ts'
import { unmerge } from '../../operations/unmerge.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** Two that are one, and back. */
export const mergePage = definePage({
  path: '/desk/:reference/merge',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.desk.merge'), call.t('requests.desk.merge.lead'), async (request, form) => {
      const { others } = await call.run(readContext, { reference: request.reference })
      const open = others.filter((one) => one.state !== 'closed')
      return request.mergedInto ? (
        <form method="post" class="stack">
          <Actions call={call} action="undo" label={call.t('requests.desk.merge.undo')} />
        </form>
      ) : (
        <form method="post" class="stack" novalidate>
          {open.length > 0 && (
            <fieldset class="stack tight">
              <legend>{call.t('requests.desk.merge.same')}</legend>
              {open.map((one) => (
                <label key={one.reference} class="row">
                  <input type="radio" name="choice" value={one.reference} /> {one.reference} · {one.subject}
                </label>
              ))}
            </fieldset>
          )}
          <TextInput
            {...form.field('into')}
            label={call.t('requests.desk.merge.into')}
            hint={call.t('requests.desk.merge.intoHint')}
            width="short"
          />
          <Actions call={call} label={call.t('requests.desk.merge')} />
        </form>
      )
    }),
  post: {
    async default(call, fields) {
      const target = await call.run(merge, {
        reference: referenceOf(call),
        into: fields.get('into') || fields.get('choice'),
      })
      return goTo(caseOf(call, target.reference), 'requests.desk.merge.done')
    },
    async undo(call) {
      await call.run(unmerge, { reference: referenceOf(call) })
      return goTo(caseOf(call), 'requests.desk.merge.undone')
    },
  },
})

/** One that is two. */
export const splitPage = definePage({
  path: '/desk/:reference/split',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.desk.split'), call.t('requests.desk.split.lead'), (request, form) => (
      <form method="post" class="stack" novalidate>
        <TextInput {...form.field('subject')} label={call.t('requests.desk.split.subject')} maxLength={200} />
        <fieldset class="stack tight">
          <legend>{call.t('requests.desk.split.which')}</legend>
          {form.error('entries') && <p class="error">{form.error('entries')}</p>}
          {request.entries
            .filter((entry) => (entry.kind === 'message' || entry.kind === 'note') && !entry.detail['origin'])
            .map((entry) => (
              <Checkbox
                key={entry.id}
                name="entries"
                value={entry.id}
                checked={form.values('entries').includes(entry.id)}
                label={
                  <>
                    <b>{entry.author}</b>: {(entry.body ?? '').slice(0, 240)}
                  </>
                }
              />
            ))}
        </fieldset>
        <Actions call={call} label={call.t('requests.desk.split')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      const made = await call.run(split, {
        reference: referenceOf(call),
        subject: fields.get('subject'),
        entries: fields.all('entries'),
      })
      return goTo(caseOf(call, made.reference), 'requests.desk.split.done')
    },
  },
})
