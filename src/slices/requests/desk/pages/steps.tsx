import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { LinkList } from '../../../../ui/components/LinkList.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../../ui/form.ts'
import { definePage, type Fields, goTo, type Page, type PageAnswer, type PageCall } from '../../../../ui/page.ts'
import { setPromise } from '../../promises/operations/set-promise.ts'
import { attach } from '../operations/attach.ts'
import { change } from '../operations/change.ts'
import { changeRequester } from '../operations/change-requester.ts'
import { listKnownErrors } from '../operations/list-known-errors.ts'
import { merge } from '../operations/merge.ts'
import { raiseKnownError } from '../operations/raise-known-error.ts'
import { readContext } from '../operations/read-context.ts'
import { readForDesk } from '../operations/read-for-desk.ts'
import { split } from '../operations/split.ts'
import { unmerge } from '../operations/unmerge.ts'
import type { DeskRequest } from './CaseHead.tsx'
import { deskPage as frame } from './desk-page.tsx'
import { momentIn, momentOf } from './moments.ts'

const referenceOf = (call: PageCall) => call.params['reference'] as string
const caseOf = (call: PageCall, reference = referenceOf(call)) => call.url(`/desk/${reference}`)

/** The frame of a step: what it is about, one form, and the way back. */
async function step(
  call: PageCall,
  title: string,
  lead: string,
  view: (request: DeskRequest, form: ShownForm) => ComponentChildren | Promise<ComponentChildren>,
): Promise<PageAnswer> {
  const request = await call.run(readForDesk, { reference: referenceOf(call) })
  const form = shownForm(call.t, call.form, call.form?.action)
  return frame(call, {
    title: `${title} – ${request.reference}`,
    filter: null,
    view: (
      <>
        <PageHead
          above={<a href={caseOf(call)}>{`${request.reference} · ${request.subject}`}</a>}
          title={title}
          lead={lead}
        />
        {call.form?.message && (
          <Notice tone="warn" live>
            {call.form.message}
          </Notice>
        )}
        <ErrorSummary t={call.t} errors={form.errors} />
        {await view(request, form)}
      </>
    ),
  })
}

function Actions({ call, label, action = 'default' }: { call: PageCall; label: string; action?: string }) {
  return (
    <FormActions reachable={false}>
      <Button look="primary" name="action" value={action}>
        {label}
      </Button>
      <LinkButton href={caseOf(call)} look="quiet">
        {call.t('requests.desk.backToCase')}
      </LinkButton>
    </FormActions>
  )
}

const promisePage = definePage({
  path: '/desk/:reference/promise',
  layout: 'work',
  requires: 'requests.work',
  get: ({ t, ...call }) =>
    step({ t, ...call }, t('requests.desk.changePromise'), t('requests.desk.promise.lead'), (request, form) => (
      <form method="post" class="stack" novalidate>
        <TextInput
          {...form.field('at', momentIn(call.timeZone, request.promisedAt))}
          type="datetime-local"
          label={t('requests.desk.promise.at')}
          width="medium"
        />
        <TextInput
          {...form.field('reason')}
          label={t('requests.desk.promise.reason')}
          hint={t('requests.desk.promise.reasonHint')}
          maxLength={300}
        />
        <Actions call={{ t, ...call }} label={t('requests.desk.promise.go')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      const at = momentOf(call.timeZone, fields.get('at'))
      await call.run(setPromise, { reference: referenceOf(call), at: at ?? '', reason: fields.get('reason') })
      return goTo(caseOf(call), 'requests.desk.promise.done')
    },
  },
})

const tagsPage = definePage({
  path: '/desk/:reference/tags',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.desk.changeTags'), call.t('requests.desk.tags.lead'), (request, form) => (
      <form method="post" class="stack" novalidate>
        {request.tags.length > 0 && (
          <fieldset class="stack tight">
            <legend>{call.t('requests.desk.tags.remove')}</legend>
            {request.tags.map((tag) => (
              <Checkbox key={tag} name="removeTags" value={tag} label={tag} />
            ))}
          </fieldset>
        )}
        <TextInput
          {...form.field('addTags')}
          label={call.t('requests.desk.tags.add')}
          hint={call.t('requests.desk.tags.hint')}
        />
        <Actions call={call} label={call.t('requests.desk.tags.go')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      const addTags = fields
        .get('addTags')
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
      await call.run(change, { reference: referenceOf(call), addTags, removeTags: fields.all('removeTags') })
      return goTo(caseOf(call), 'requests.desk.changed')
    },
  },
})

const requesterPage = definePage({
  path: '/desk/:reference/requester',
  layout: 'work',
  requires: 'requests.work',
  get: (call) =>
    step(call, call.t('requests.desk.changeRequester'), call.t('requests.desk.requester.lead'), (request, form) => (
      <form method="post" class="stack" novalidate>
        <TextInput
          {...form.field('email', request.requester.email)}
          type="email"
          label={call.t('requests.write.email')}
          width="medium"
        />
        <TextInput
          {...form.field('name', request.requester.name)}
          label={call.t('requests.desk.requester.name')}
          hint={call.t('requests.desk.requester.nameHint')}
          optional
          width="medium"
        />
        <Actions call={call} label={call.t('requests.desk.requester.go')} />
      </form>
    )),
  post: {
    async default(call, fields) {
      await call.run(changeRequester, {
        reference: referenceOf(call),
        email: fields.get('email'),
        name: fields.optional('name'),
      })
      return goTo(caseOf(call), 'requests.desk.changed')
    },
  },
})

const mergePage = definePage({
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

const splitPage = definePage({
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

const knownErrorStep = definePage({
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

/** Steps at a request that need a page of their own. */
export const stepPages: Page[] = [promisePage, tagsPage, requesterPage, mergePage, splitPage, knownErrorStep]
