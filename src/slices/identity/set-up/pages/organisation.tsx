import { Select } from '../../../../ui/components/Select.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage } from '../../../../ui/page.ts'
import { answerSetUp } from '../operations/answer-set-up.ts'
import { listRegions } from '../regions.ts'
import { LIKELY, listTimeZones } from '../time-zones.ts'
import { answersBefore, StepView, secretOf, stepUrl, unlessOver } from './steps.tsx'

/** Who the portal is of, and where they are. */
export const organisationStep = definePage({
  path: '/set-up/organisation',
  open: true,
  layout: 'alone',
  async get(call) {
    const before = await answersBefore(call, 'organisation')
    if ('redirect' in before) return before
    const given = before.answers.organisation
    const likely = LIKELY[call.lang]
    const regions = await listRegions(call.lang)
    return {
      title: call.t('identity.setUp.organisation.title'),
      noIndex: true,
      view: (
        <StepView call={call} step="organisation">
          {(form, t) => (
            <>
              <TextInput
                {...form.field('organisation.name', given?.name)}
                label={t('identity.setUp.organisation.name')}
                hint={t('identity.setUp.organisation.nameHint')}
                autocomplete="organization"
              />
              <Select
                {...form.field('organisation.timeZone', given?.timeZone ?? likely.timeZone)}
                label={t('identity.setUp.timeZone')}
                hint={t('identity.setUp.timeZone.hint')}
                options={listTimeZones().map(({ group, zones }) => ({ group, options: zones }))}
              />
              <Select
                {...form.field('organisation.holidays', given?.holidays ?? likely.holidays)}
                label={t('identity.setUp.holidays')}
                hint={t('identity.setUp.holidays.hint')}
                empty={t('identity.setUp.holidays.none')}
                required={false}
                options={regions.map(({ group, regions: options }) => ({
                  group: group ?? t('identity.setUp.holidays.countries'),
                  options,
                }))}
              />
            </>
          )}
        </StepView>
      ),
    }
  },
  post: {
    default: (call, fields) =>
      unlessOver(call, async () => {
        await call.run(answerSetUp, {
          secret: secretOf(call),
          organisation: {
            name: fields.get('organisation.name'),
            timeZone: fields.get('organisation.timeZone'),
            holidays: fields.get('organisation.holidays'),
          },
        })
        return { redirect: stepUrl(call, 'languages') }
      }),
  },
})
