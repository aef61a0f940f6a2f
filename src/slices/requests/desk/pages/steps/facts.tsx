import { Checkbox } from '../../../../../ui/components/Checkbox.tsx'
import { TextInput } from '../../../../../ui/components/TextInput.tsx'
import { definePage, goTo } from '../../../../../ui/page.ts'
import { change } from '../../operations/change.ts'
import { changeRequester } from '../../operations/change-requester.ts'
import { Actions, caseOf, referenceOf, step } from './step.tsx'

/** Tags. */
export const tagsPage = definePage({
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

/** Who it is from. */
export const requesterPage = definePage({
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
