import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { DateInput } from '../../../../ui/components/DateInput.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { endSubstitution } from '../operations/end-substitution.ts'
import { listSubstituteChoices } from '../operations/list-substitute-choices.ts'
import { listSubstitutions, type SubstitutionView } from '../operations/list-substitutions.ts'
import { nameSubstitute } from '../operations/name-substitute.ts'

type Substitution = z.output<typeof SubstitutionView>

/** Who decides for me while I am away. */
export const substitutesPage = definePage({
  path: '/approvals/substitutes',
  requires: 'signed-in',
  async get(call) {
    const { t } = call
    const [{ mine, forOthers }, choices] = [
      await call.run(listSubstitutions, {}),
      await call.run(listSubstituteChoices, {}),
    ]
    return {
      title: t('requests.substitutes.title'),
      breadcrumbs: [
        { label: t('requests.approvals.title'), href: call.url('/approvals') },
        { label: t('requests.substitutes.title') },
      ],
      view: (
        <div class="narrow stack">
          <PageHead title={t('requests.substitutes.title')} lead={t('requests.substitutes.lead')} />
          {mine.map((one) => (
            <Card
              key={one.id}
              title={
                <>
                  {one.substitute.name} {one.isNow && <Tag tone="accent">{t('requests.substitutes.now')}</Tag>}
                </>
              }
            >
              <p>{spanText(call, one)}</p>
              {one.note && <p class="muted">{one.note}</p>}
              <form method="post">
                <input type="hidden" name="id" value={one.id} />
                <Button name="action" value="end" icon="undo-2">
                  {t('requests.substitutes.end')}
                </Button>
              </form>
            </Card>
          ))}
          <NameForm call={call} people={choices.items} />
          {forOthers.length > 0 && (
            <Card title={t('requests.substitutes.forOthers')}>
              <ul>
                {forOthers.map((one) => (
                  <li key={one.id}>
                    <b>{one.person.name}</b> {spanText(call, one)}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      ),
    }
  },
  post: {
    async name(call, fields) {
      await call.run(nameSubstitute, {
        substituteId: fields.get('substituteId'),
        from: fields.get('from'),
        until: fields.get('until'),
        note: fields.optional('note'),
      })
      return goTo(call.url('/approvals/substitutes'), 'requests.substitutes.named')
    },
    async end(call, fields) {
      await call.run(endSubstitution, { id: fields.get('id') })
      return goTo(call.url('/approvals/substitutes'), 'requests.substitutes.nowEnded')
    },
  },
})

function spanText({ t, format }: PageCall, { from, until }: Substitution): string {
  return t('requests.substitutes.span', {
    from: format.day(`${from}T12:00:00Z`),
    until: format.day(`${until}T12:00:00Z`),
  })
}

function NameForm({ call, people }: { call: PageCall; people: { id: string; name: string }[] }) {
  const { t } = call
  const form = shownForm(t, call.form, 'name')
  return (
    <Card title={t('requests.substitutes.new')}>
      {people.length === 0 ? (
        <p class="muted">{t('requests.substitutes.nobody')}</p>
      ) : (
        <form method="post" class="form" novalidate>
          <FormMessages t={t} form={form} />
          <Select
            {...form.field('substituteId')}
            label={t('requests.substitutes.who')}
            empty={t('requests.substitutes.choose')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div class="row">
            <DateInput {...form.field('from')} label={t('requests.substitutes.from')} />
            <DateInput {...form.field('until')} label={t('requests.substitutes.until')} />
          </div>
          <TextInput
            {...form.field('note')}
            optional
            label={t('requests.substitutes.note')}
            hint={t('requests.substitutes.noteHint')}
            maxLength={200}
          />
          <FormActions reachable={false}>
            <Button look="primary" name="action" value="name" icon="user-round-check">
              {t('requests.substitutes.save')}
            </Button>
          </FormActions>
        </form>
      )}
    </Card>
  )
}
