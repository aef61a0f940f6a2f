import type { z } from 'zod'
import { Button } from '../../../../../ui/components/Button.tsx'
import { Select } from '../../../../../ui/components/Select.tsx'
import { Tag } from '../../../../../ui/components/Tag.tsx'
import { type ShownForm, shownForm } from '../../../../../ui/form.ts'
import type { PageCall } from '../../../../../ui/page.ts'
import type { listPhrases } from '../../operations/list-phrases.ts'
import type { Choices } from '../QueueList.tsx'

export type Phrases = z.output<typeof listPhrases.output>

/** What the forms of templates and of macros are given. */
export interface FormProps {
  call: PageCall
  choices: Choices
  phrases: Phrases
}

/** The form that was refused belongs to the phrase whose id it carries. */
export function formOf(call: PageCall, action: string, id: string | null) {
  const isOwn = (call.form?.values['id'] ?? '') === (id ?? '')
  return shownForm(call.t, isOwn ? call.form : null, action)
}

/** Its name, and who has it. */
export function PhraseTitle({
  call,
  phrase,
  choices,
}: Pick<FormProps, 'call' | 'choices'> & { phrase: { name: string; holder: string } }) {
  return (
    <span class="row">
      <b>{phrase.name}</b>
      <Tag icon={phrase.holder === 'me' ? 'lock' : 'users'}>{holderName(call, choices, phrase.holder)}</Tag>
    </span>
  )
}

function holderName({ t }: PageCall, { teams }: Choices, holder: string): string {
  if (holder === 'me') return t('requests.desk.onlyMe')
  return teams.find((team) => team.id === holder)?.name ?? t('requests.desk.allTeams')
}

/** Who is to have it; only what one may share with can be chosen. */
export function HolderSelect({
  call,
  choices,
  phrases: { mayShare },
  ...field
}: FormProps & ReturnType<ShownForm['field']> & { id: string }) {
  const holders = ['me', ...(mayShare.everybody ? ['everybody'] : []), ...mayShare.teams]
  return (
    <Select
      {...field}
      label={call.t('requests.desk.phraseFor')}
      hint={holders.length === 1 ? call.t('requests.desk.phraseForHint') : null}
      options={holders.map((holder) => ({ value: holder, label: holderName(call, choices, holder) }))}
      width="medium"
    />
  )
}

export function PhraseActions({ call, kind, isNew }: { call: PageCall; kind: 'template' | 'macro'; isNew: boolean }) {
  return (
    <div class="row">
      <Button name="action" value={kind}>
        {call.t('requests.desk.keepPhrase')}
      </Button>
      {!isNew && (
        <Button name="action" value={`drop-${kind}`} look="quiet">
          {call.t('requests.desk.dropPhrase')}
        </Button>
      )}
    </div>
  )
}
