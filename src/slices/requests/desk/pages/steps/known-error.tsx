import { Button } from '../../../../../ui/components/Button.tsx'
import { LinkList } from '../../../../../ui/components/LinkList.tsx'
import { TextArea } from '../../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { definePage, type Fields, goTo, type PageAnswer, type PageCall } from '../../../../../ui/page.ts'
import { attach } from '../../operations/attach.ts'
import { listKnownErrors } from '../../operations/list-known-errors.ts'
import { raiseKnownError } from '../../operations/raise-known-error.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** The case that repeats in it. */
export const knownErrorStep = definePage({
  path: '/desk/:reference/known-error',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.desk.attach'), call.t('requests.desk.error.lead'), async (request, form) => {
      const { items } = await call.run(listKnownErrors, { state: 'open', limit: 50 })
      return (
        <>
          {request.knownError && (
            <form method="post">
              <input type="hidden" name="error" value={request.knownError.reference} />
              <LinkList
                links={[
                  {
                    href: call.url(`/desk/known-errors/${request.knownError.reference}`),
                    label: request.knownError.title,
                    hint: request.knownError.reference,
                  },
                ]}
              />
              <Button name="action" value="detach" size="small">
                {call.t('requests.desk.error.detach')}
              </Button>
            </form>
          )}
          {items.length > 0 && (
            <form method="post" class="stack">
              <fieldset class="stack tight">
                <legend>{call.t('requests.desk.error.known')}</legend>
                {items.map((one) => (
                  <label key={one.reference} class="row">
                    <input type="radio" name="error" value={one.reference} /> {one.title}{' '}
                    <span class="muted">({one.attached})</span>
                  </label>
                ))}
              </fieldset>
              <Actions call={call} action="attach" label={call.t('requests.desk.error.attach')} />
            </form>
          )}
          <form method="post" class="stack card" novalidate>
            <h2>{call.t('requests.desk.error.new')}</h2>
            <TextInput
              {...form.field('title', request.subject)}
              label={call.t('requests.desk.error.title')}
              maxLength={200}
            />
            <TextArea
              {...form.field('words')}
              label={call.t('requests.desk.error.words')}
              hint={call.t('requests.desk.error.wordsHint')}
              rows={4}
              optional
            />
            <Actions call={call} action="raise" label={call.t('requests.desk.error.raise')} />
          </form>
        </>
      )
    }),
  post: {
    async raise(call, fields) {
      const known = await call.run(raiseKnownError, {
        reference: referenceOf(call),
        title: fields.get('title'),
        words: fields.get('words'),
      })
      return goTo(call.url(`/desk/known-errors/${known.reference}`), 'requests.desk.error.raised')
    },
    attach: (call, fields) => attachOne(call, fields, true),
    detach: (call, fields) => attachOne(call, fields, false),
  },
})

async function attachOne(call: PageCall, fields: Fields, on: boolean): Promise<PageAnswer> {
  await call.run(attach, { error: fields.get('error'), references: [referenceOf(call)], on })
  return goTo(caseOf(call), 'requests.desk.changed')
}
