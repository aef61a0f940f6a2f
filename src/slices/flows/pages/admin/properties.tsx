import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { CheckboxGroup } from '../../../../ui/components/ChoiceGroup.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { ICON_NAMES } from '../../../../ui/icon-names.ts'
import { definePage, type Fields, goTo, type PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { changeProperties } from '../../operations/change-properties.ts'
import { edit } from '../../operations/edit.ts'
import { listParts } from '../../operations/list-parts.ts'
import { remove } from '../../operations/remove.ts'
import { withdraw } from '../../operations/withdraw.ts'
import { flowUrl, LIST } from './addresses.ts'
import { draftOf, flowFrame, keyOf } from './frame.tsx'
import { TextsInput, textsOf } from './TextsInput.tsx'

/** What a flow is called, where it stands and whom it is for; taking it back and deleting it. */
export const propertiesPage = definePage({
  path: '/admin/flows/:key/properties',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const draft = await draftOf(call)
    return flowFrame(
      call,
      draft,
      'properties',
      <div class="stack loose">
        <Naming call={call} draft={draft} />
        <Place call={call} draft={draft} parts={await call.run(listParts, {})} />
        <Ending call={call} draft={draft} />
      </div>,
    )
  },
  post: {
    async texts(call, fields) {
      const key = keyOf(call)
      await call.run(edit, {
        key,
        revision: fields.get('revision'),
        edit: {
          do: 'changeTexts',
          title: textsOf(fields, 'edit.title'),
          lead: textsOf(fields, 'edit.lead'),
          keywords: keywordsOf(fields),
        },
      })
      return goTo(flowUrl(call, key, 'properties'), 'flows.edit.saved')
    },
    async place(call, fields) {
      const key = keyOf(call)
      await call.run(changeProperties, {
        key,
        icon: fields.get('icon'),
        topic: textsOf(fields, 'topic'),
        position: fields.get('position'),
        audience: fields.optional('audience') ?? null,
        portals: fields.all('portals'),
      })
      return goTo(flowUrl(call, key, 'properties'), 'flows.edit.saved')
    },
    async withdraw(call) {
      await call.run(withdraw, { key: keyOf(call) })
      return goTo(flowUrl(call, keyOf(call), 'properties'), 'flows.edit.withdrawn')
    },
    async remove(call) {
      await call.run(remove, { key: keyOf(call) })
      return goTo(call.url(LIST), 'flows.edit.deleted')
    },
  },
})

function keywordsOf(fields: Fields) {
  return Object.fromEntries(
    Object.entries(textsOf(fields, 'keywords')).map(([lang, text]) => [
      lang,
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ]),
  )
}

function Naming({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const { title, lead, keywords } = draft.definition
  const form = shownForm(t, call.form, 'texts')
  const words = Object.fromEntries(LANGS.map((lang) => [lang, (keywords[lang] ?? []).join(', ')]))
  return (
    <Card title={t('flows.properties.texts')}>
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <input type="hidden" name="revision" value={draft.revision} />
        <TextsInput
          call={call}
          form={form}
          name="edit.title"
          legend={t('flows.field.title')}
          texts={title}
          maxLength={120}
        />
        <TextsInput
          call={call}
          form={form}
          name="edit.lead"
          legend={t('flows.field.lead')}
          texts={lead}
          rows={2}
          maxLength={500}
        />
        <TextsInput
          call={call}
          form={form}
          name="keywords"
          legend={t('flows.field.keywords')}
          hint={t('flows.field.keywordsHint')}
          texts={words}
        />
        <div>
          <Button look="primary" name="action" value="texts">
            {t('flows.edit.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Place({
  call,
  draft,
  parts,
}: {
  call: PageCall
  draft: DraftView
  parts: { audiences: Part[]; portals: Part[] }
}) {
  const { t } = call
  const form = shownForm(t, call.form, 'place')
  return (
    <Card title={t('flows.properties.place')}>
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <p class="hint">{t('flows.properties.placeHint')}</p>
        <TextsInput
          call={call}
          form={form}
          name="topic"
          legend={t('flows.field.topic')}
          hint={t('flows.field.topicHint')}
          texts={draft.topic}
          maxLength={80}
        />
        <Select
          {...form.field('audience', draft.audience)}
          label={t('flows.field.audience')}
          optional
          empty={t('flows.field.everyone')}
          options={parts.audiences.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <CheckboxGroup
          t={t}
          name="portals"
          legend={t('flows.field.portals')}
          hint={t('flows.field.portalsHint')}
          optional
          values={form.values('portals', draft.portals)}
          choices={parts.portals.map(({ key, title }) => ({ value: key, label: title }))}
        />
        <Select
          {...form.field('icon', draft.icon)}
          label={t('flows.field.icon')}
          options={ICON_NAMES.map((name) => ({ value: name, label: name }))}
        />
        <TextInput
          {...form.field('position', String(draft.position))}
          label={t('flows.field.position')}
          inputMode="numeric"
          width="short"
        />
        <div>
          <Button name="action" value="place">
            {t('flows.edit.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

type Part = { key: string; title: string }

function Ending({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t } = call
  const form = shownForm(t, call.form, 'remove')
  if (draft.version !== null)
    return (
      <Disclosure title={t('flows.edit.withdraw')}>
        <form method="post" class="stack">
          <p>{t('flows.edit.withdrawText')}</p>
          <div>
            <Button name="action" value="withdraw" icon="eye-off">
              {t('flows.edit.withdraw')}
            </Button>
          </div>
        </form>
      </Disclosure>
    )
  return (
    <Disclosure title={t('flows.edit.delete')} open={call.form?.action === 'remove'}>
      <form method="post" class="stack">
        <FormMessages t={t} form={form} />
        <p>{t('flows.edit.deleteText')}</p>
        <div>
          <Button look="danger" name="action" value="remove" icon="trash-2">
            {t('flows.edit.delete')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
