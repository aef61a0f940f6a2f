import type { z } from 'zod'
import { Button } from '../../../ui/components/Button.tsx'
import { FormActions } from '../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../ui/components/FormMessages.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { Select } from '../../../ui/components/Select.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextInput } from '../../../ui/components/TextInput.tsx'
import { type ShownForm, shownForm } from '../../../ui/form.ts'
import { Island } from '../../../ui/island.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { readAnswers } from '../writing/read-answers.ts'
import type { readHandOver } from '../writing/read-hand-over.ts'
import { AnswerList } from './AnswerList.tsx'
import { FilesField } from './Files.tsx'

/** What the form of a message is made with. */
export interface MessageFormProps {
  call: PageCall
  token: string
  /** Kind that is written; its name stands above. */
  type: string
  handOver: z.output<typeof readHandOver.output> | null
  /** What was filled in before, of kinds that have a form. */
  filled: z.output<typeof readAnswers.output> | null
  colleagues: readonly { id: string; name: string }[]
}

/** A message to the people of the portal, with what was asked, read and filled in before. */
export function MessageForm({ call, token, type, handOver, filled, colleagues }: MessageFormProps) {
  const { t, actor } = call
  const form = shownForm(t, call.form)
  const guide = handOver?.guide
  const question =
    form.values('question').at(-1) ?? call.query['question']?.slice(0, 500) ?? (guide ? '' : (handOver?.question ?? ''))
  return (
    <form method="post" enctype="multipart/form-data" class="stack" novalidate>
      <FormMessages t={t} form={form} />
      <HandOver call={call} form={form} question={question} handOver={handOver} />
      <Trail call={call} handOver={handOver} />
      <input type="hidden" name="opened" value={token} />
      <input type="hidden" name="type" value={type} />
      {call.query['from'] && <input type="hidden" name="from" value={call.query['from']} />}
      {filled && <Filled call={call} filled={filled} />}
      {actor.personId && <p>{t('requests.write.as', { name: actor.name ?? '' })}</p>}
      {colleagues.length > 0 && <ForWhom call={call} form={form} colleagues={colleagues} />}
      {!filled && <Subject call={call} form={form} subject={handOver?.subject || question || (guide?.title ?? '')} />}
      <TextArea
        {...form.field('message', handOver?.message)}
        label={t(filled ? 'requests.write.more' : 'requests.write.message')}
        hint={filled ? undefined : t('requests.write.messageHint')}
        rows={filled ? 4 : 8}
        maxLength={20_000}
        optional={filled !== null}
      />
      {!actor.personId && <Contact call={call} form={form} />}
      <FilesField t={t} form={form} />
      <FormActions>
        <Button look="primary" icon="send">
          {t('requests.write.send')}
        </Button>
      </FormActions>
    </form>
  )
}

function Subject({ call, form, subject }: { call: PageCall; form: ShownForm; subject: string }) {
  const { t } = call
  return (
    <div class="stack tight">
      <TextInput
        {...form.field('subject', subject.slice(0, 200))}
        label={t('requests.write.subject')}
        hint={t('requests.write.subjectHint')}
        maxLength={200}
        autocomplete="off"
      />
      <Island
        name="answers-before-writing"
        props={{
          input: 'f-subject',
          lang: call.lang,
          base: call.portal.base,
          portal: call.portal.key,
          texts: {
            title: t('requests.write.suggestions'),
            opens: t('requests.write.opensNew'),
            solved: t('requests.write.solved'),
          },
        }}
      />
    </div>
  )
}

/** What was filled in, to be looked over. */
function Filled({ call, filled }: { call: PageCall; filled: NonNullable<MessageFormProps['filled']> }) {
  const { t } = call
  return (
    <div class="card stack">
      <input type="hidden" name="draft" value={filled.address} />
      <AnswerList rows={filled.rows} format={call.format} />
      <p>
        <a href={call.url(`/fill/${filled.address}`)}>{t('requests.write.changeAnswers')}</a>
      </p>
    </div>
  )
}

function ForWhom({
  call: { t },
  form,
  colleagues,
}: Pick<MessageFormProps, 'call' | 'colleagues'> & { form: ShownForm }) {
  return (
    <Select
      {...form.field('beneficiary')}
      label={t('requests.write.forWhom')}
      empty={t('requests.write.forMe')}
      options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      optional
      width="medium"
    />
  )
}

interface HandOverProps {
  call: PageCall
  form: ShownForm
  question: string
  handOver: MessageFormProps['handOver']
}

/** What was searched and read in this tab before: the browser knows it, and tells nobody until the message is sent. */
function Trail({ call: { t }, handOver }: Pick<MessageFormProps, 'call' | 'handOver'>) {
  return (
    <Island
      name="trail"
      props={{
        known: [...(handOver?.read ?? []), ...(handOver?.guide ? [handOver.guide] : [])].map((one) => one.path),
        texts: {
          title: t('requests.write.trail'),
          asked: t('requests.write.trailAsked'),
          read: t('requests.write.trailRead'),
          drop: t('requests.write.trailDrop'),
        },
      }}
    />
  )
}

/** What was asked and read before goes along, and is shown: nothing is sent behind anybody's back. */
function HandOver({ call, form, question, handOver }: HandOverProps) {
  const { t } = call
  const came = call.query['read'] && call.query['title'] ? [`${call.query['read']} ${call.query['title']}`] : []
  const read = form.values('read', came).filter((one) => readOf(one).length > 0)
  const titles = [...read.flatMap(readOf), ...(handOver?.read ?? [])].map((one) => one.title)
  const guide = handOver?.guide
  if (!question && !guide && titles.length === 0) return null
  return (
    <Notice tone="info">
      {question && <p>{t('requests.write.question', { question })}</p>}
      {guide && <p>{t('requests.write.guided', { title: guide.title })}</p>}
      {handOver && handOver.steps.length > 0 && (
        <ul class="stack tight">
          {handOver.steps.map((step) => (
            <li key={step.question}>
              {step.question} <b>{step.answer}</b>
            </li>
          ))}
        </ul>
      )}
      {titles.length > 0 && <p>{t('requests.write.readAlong', { titles: titles.join(' · ') })}</p>}
      {question && <input type="hidden" name="question" value={question} />}
      {read.map((one) => (
        <input key={one} type="hidden" name="read" value={one} />
      ))}
      {(guide || titles.length > 0) && (
        <Button name="action" value="solved" icon="circle-check" size="small" formnovalidate>
          {t('requests.write.solved')}
        </Button>
      )}
    </Notice>
  )
}

/** What was read, as the form carries it: `path title`. */
export function readOf(value: string): { path: string; title: string }[] {
  const [, path, title] = /^(\/\S+) (.+)$/.exec(value) ?? []
  return path && title ? [{ path, title: title.slice(0, 200) }] : []
}

function Contact({ call: { t }, form }: { call: PageCall; form: ShownForm }) {
  return (
    <>
      <TextInput
        {...form.field('email')}
        type="email"
        label={t('requests.write.email')}
        hint={t('requests.write.emailHint')}
        optional
        width="medium"
        autocomplete="email"
      />
      <TextInput
        {...form.field('name')}
        label={t('requests.write.name')}
        optional
        width="medium"
        autocomplete="name"
        maxLength={100}
      />
      <div class="visually-hidden" aria-hidden="true">
        <label for="f-website">{t('requests.write.website')}</label>
        <input id="f-website" name="website" type="text" tabIndex={-1} autocomplete="off" />
      </div>
    </>
  )
}
