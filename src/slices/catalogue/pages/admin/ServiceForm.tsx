import { Button } from '../../../../ui/components/Button.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { Cost, Delivery } from './Delivery.tsx'
import { Look, Place } from './Place.tsx'
import type { Edited } from './service-part.ts'
import { Words } from './Words.tsx'

/** Everything about a service, in one form: words in each language, where and to whom, price, delivery. */
export function ServiceForm({ call, edited }: { call: PageCall; edited: Edited }) {
  const { t } = call
  const form = shownForm(t, call.form, 'save')
  return (
    <form method="post" enctype="multipart/form-data" class="form stack loose">
      <FormMessages t={t} form={form} />
      <input type="hidden" name="known" value={edited.newestVersion} />
      <Words call={call} edited={edited} form={form} />
      <Look call={call} edited={edited} form={form} />
      <Place call={call} edited={edited} form={form} />
      <Cost call={call} edited={edited} form={form} />
      <Delivery call={call} edited={edited} form={form} />
      <TextInput
        {...form.field('note')}
        optional
        label={t('catalogue.field.note')}
        hint={t('catalogue.field.noteHint')}
        maxLength={300}
      />
      <FormActions>
        <Button look="primary" name="action" value="save" icon="save">
          {t('catalogue.admin.save')}
        </Button>
      </FormActions>
    </form>
  )
}
