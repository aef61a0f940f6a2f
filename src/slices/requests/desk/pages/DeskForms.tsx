import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextArea } from '../../../../ui/components/TextArea.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { FilesField } from '../../pages/Files.tsx'
import type { readForDesk } from '../operations/read-for-desk.ts'

export type DeskRequest = z.output<typeof readForDesk.output>

interface FormsProps {
  call: PageCall
  request: DeskRequest
}

/** What the desk can do with a request. */
export function DeskForms({ call, request }: FormsProps) {
  const { t, actor } = call
  const message = call.form?.message
  const isOver = request.state === 'closed'
  return (
    <div class="stack">
      {message && (
        <Notice tone="warn" live>
          {message}
        </Notice>
      )}
      {!isOver && request.assignee?.id !== actor.personId && (
        <form method="post">
          <Button name="action" value="take" icon="user-round-check" data-key="t">
            {t('requests.desk.take')}
          </Button>
        </form>
      )}
      {!isOver && <AnswerForm call={call} request={request} />}
      <NoteForm call={call} request={request} />
      {request.next.length > 0 && <StateForm call={call} request={request} />}
    </div>
  )
}

function AnswerForm({ call, request }: FormsProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'answer')
  const choices = (['waiting', 'solved', 'open'] as const).filter(
    (one) => one === request.state || request.next.includes(one),
  )
  const text = {
    waiting: t('requests.desk.thenWaiting'),
    solved: t('requests.desk.thenSolved'),
    open: t('requests.desk.thenOpen'),
  }
  return (
    <form method="post" enctype="multipart/form-data" class="card stack" novalidate>
      <ErrorSummary t={t} errors={form.errors} />
      <TextArea
        {...form.field('message')}
        label={t('requests.desk.answer')}
        hint={t('requests.desk.answerHint')}
        rows={6}
        maxLength={20_000}
        data-key="r"
      />
      <FilesField t={t} form={form} />
      <Select
        {...form.field('next', choices[0])}
        label={t('requests.desk.then')}
        options={choices.map((one) => ({ value: one, label: text[one] }))}
        width="medium"
      />
      <FormActions reachable={false}>
        <Button name="action" value="answer" look="primary" icon="send">
          {t('requests.desk.send')}
        </Button>
      </FormActions>
    </form>
  )
}

function NoteForm({ call }: FormsProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'note')
  return (
    <Disclosure title={t('requests.desk.note')} open={form.errors.length > 0}>
      <form method="post" class="stack" novalidate>
        <ErrorSummary t={t} errors={form.errors} />
        <TextArea
          {...form.field('note')}
          label={t('requests.desk.note')}
          hint={t('requests.desk.noteHint')}
          rows={3}
          data-key="n"
        />
        <FormActions reachable={false}>
          <Button name="action" value="note" icon="lock">
            {t('requests.desk.saveNote')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
}

function StateForm({ call, request }: FormsProps) {
  const { t } = call
  return (
    <Disclosure title={t('requests.desk.changeState')}>
      <form method="post" class="stack">
        <Select
          t={t}
          name="state"
          label={t('requests.desk.newState')}
          options={request.next.map((one) => ({ value: one, label: t(`requests.desk.state.${one}`) }))}
          width="medium"
        />
        <FormActions reachable={false}>
          <Button name="action" value="state">
            {t('requests.desk.changeState')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
}
