import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { FileInput } from '../../../../ui/components/FileInput.tsx'
import type { ShownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { Step } from '../../definition.ts'
import { STEP } from './step-fields.ts'
import { TextsInput } from './TextsInput.tsx'

/** The picture of a step, with what it shows in words. */
export function PictureFields({ call, form, step }: { call: PageCall; form: ShownForm; step: Step }) {
  const { t } = call
  return (
    <>
      {step.picture && (
        <>
          <img class="flow-picture" src={`/files/${step.picture.file}/bild?w=400`} alt="" />
          <Checkbox name="picture.remove" label={t('flows.picture.remove')} />
        </>
      )}
      <FileInput
        t={t}
        name="picture"
        error={form.error('picture')}
        label={t(step.picture ? 'flows.picture.other' : 'flows.picture.file')}
        hint={t('flows.picture.hint')}
        accept="image/*"
        optional
      />
      <TextsInput
        call={call}
        form={form}
        name={`${STEP}.picture.alt`}
        legend={t('flows.picture.alt')}
        texts={step.picture?.alt ?? {}}
        maxLength={300}
      />
    </>
  )
}
