import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { ErrorSummary } from '../../../../ui/components/ErrorSummary.tsx'
import { Notice } from '../../../../ui/components/Notice.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { FilesField } from '../../pages/Files.tsx'
import { KEYS, onKey } from '../islands/desk/key-names.ts'
import type { DeskRequest } from './case/CaseHead.tsx'
import type { Help } from './HelpList.tsx'
import { insertable } from './HelpList.tsx'
import { KeyShown } from './KeyShown.tsx'
import type { Choices } from './QueueList.tsx'

/** What is in the field: one's draft, what was refused, or what a template has just been put into. */
export interface Composed {
  as: 'answer' | 'note'
  text: string
  /** Articles found for the answer. */
  help?: readonly Help[]
  words?: string
}

interface ComposerProps {
  call: PageCall
  request: DeskRequest
  choices: Choices
  composed: Composed | null
}

/** One field for the answer and for the internal note; which of the two it is, one sees by its colour. */
export function Composer({ call, request, choices, composed }: ComposerProps) {
  const { t } = call
  const form = shownForm(t, call.form, 'write')
  const isOver = request.state === 'closed'
  const refused = call.form?.action === 'write'
  const as = composed?.as ?? (refused ? (form.values('as')[0] ?? 'answer') : (request.draft?.as ?? 'answer'))
  const text = composed?.text ?? (refused ? form.field('message').value : (request.draft?.text ?? ''))
  const seen = request.entries.filter((entry) => entry.kind === 'message' && !entry.detail['origin']).at(-1)?.id
  const states = (['waiting', 'solved', 'open', 'approval'] as const).filter(
    (one) => one === request.state || request.next.includes(one),
  )
  return (
    <div class="desk-composer" data-part="composer" data-draft={request.draft ? '' : undefined}>
      <form method="post" enctype="multipart/form-data" class="composer" novalidate id="composer" data-composer>
        <ErrorSummary t={t} errors={form.errors} />
        {form.message && (
          <Notice tone="warn" live>
            {form.message}
          </Notice>
        )}
        <fieldset class="composer-kind">
          <legend class="visually-hidden">{t('requests.desk.composer')}</legend>
          {!isOver && (
            <label>
              <input type="radio" name="as" value="answer" checked={as === 'answer'} {...onKey('answer')} />
              <span>{t('requests.desk.answer')}</span>
            </label>
          )}
          <label>
            <input type="radio" name="as" value="note" checked={as === 'note' || isOver} {...onKey('note')} />
            <span>{t('requests.desk.note')}</span>
          </label>
          <span class="composer-kept small muted" data-kept>
            {request.draft ? t('requests.desk.kept') : ''}
          </span>
        </fieldset>
        <label class="visually-hidden" for="f-message">
          {t('requests.desk.composer')}
        </label>
        <textarea
          id="f-message"
          name="message"
          class="input composer-text"
          rows={4}
          maxLength={20_000}
          value={text}
          lang={request.lang}
          aria-invalid={form.error('message') ? 'true' : undefined}
          aria-describedby="f-message-hint"
          data-agents={JSON.stringify(choices.agents.map((agent) => agent.name))}
        />
        <p class="visually-hidden" id="f-message-hint">
          {t('requests.desk.answerHint')} {t('requests.desk.noteHint')}
        </p>
        {seen && <input type="hidden" name="seen" value={seen} />}
        <div class="composer-bar">
          <Disclosure title={t('requests.desk.insert')} name="composer">
            <div class="composer-insert">
              {choices.templates.length > 0 && (
                <label class="composer-pick">
                  <span>{t('requests.desk.template')}</span>
                  <select class="input" name="template" {...onKey('template')}>
                    <option value="">–</option>
                    {choices.templates.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                  <Button name="action" value="fill" size="small">
                    {t('requests.desk.insertNow')}
                  </Button>
                </label>
              )}
              <div class="composer-pick">
                <label for="f-help">{t('requests.desk.article')}</label>
                <input
                  class="input"
                  id="f-help"
                  name="help"
                  type="search"
                  maxLength={200}
                  value={composed?.words ?? ''}
                  {...onKey('article')}
                />
                <Button name="action" value="help" size="small" icon="search">
                  {t('requests.desk.find')}
                </Button>
              </div>
              {composed?.help && <FoundHelp call={call} help={composed.help} />}
              <FilesField t={t} form={form} />
            </div>
          </Disclosure>
          {!isOver && (
            <label class="composer-then">
              <span class="visually-hidden">{t('requests.desk.then')}</span>
              <select class="input" name="next">
                {states.map((one) => (
                  <option key={one} value={one} selected={(form.values('next')[0] ?? states[0]) === one}>
                    {t(THEN[one])}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Button name="action" value="write" look="primary" icon="send" {...onKey('send')}>
            {t('requests.desk.send')}
            <span class="composer-key">
              <KeyShown t={t} chord={KEYS.send[0]} />
            </span>
          </Button>
          <Button name="action" value="write-next" size="small" look="quiet" {...onKey('sendNext')}>
            {t('requests.desk.sendNext')}
          </Button>
        </div>
      </form>
    </div>
  )
}

const THEN: Record<'waiting' | 'solved' | 'open' | 'approval', TextKey> = {
  approval: 'requests.desk.thenApproval',
  waiting: 'requests.desk.thenWaiting',
  solved: 'requests.desk.thenSolved',
  open: 'requests.desk.thenOpen',
}

function FoundHelp({ call, help }: { call: PageCall; help: readonly Help[] }) {
  const { t } = call
  if (help.length === 0) return <p class="muted">{t('requests.desk.noHelp')}</p>
  return (
    <ul class="stack tight" aria-label={t('requests.desk.found')}>
      {help.map((one) => (
        <li key={one.id} class="composer-found">
          <a href={call.url(one.path)} lang={one.lang} target="_blank" rel="noopener">
            {one.title}
          </a>
          <Button name="insert" value={insertable(call, one)} size="small" data-insert={insertable(call, one)}>
            {t('requests.desk.insertNow')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
