import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import { CheckboxField } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import type { ShownRequest } from '../../pages/RequestSheet.tsx'
import type { listReaders } from '../operations/list-readers.ts'

export type Readers = z.output<typeof listReaders.output>

interface Props {
  call: PageCall
  request: ShownRequest
  readers: Readers
}

/** With whom a request is shared, and with whom it could be. */
export function Sharing({ call, request, readers }: Props) {
  const { t } = call
  return (
    <>
      {request.shares.length > 0 && (
        <ul class="stack tight">
          {request.shares.map((share) => (
            <li key={share.id}>
              <form method="post" class="row">
                <span>
                  {share.name}
                  {share.copied && <span class="muted small"> · {t('requests.share.copied')}</span>}
                </span>
                <input type="hidden" name="reader" value={share.id} />
                <Button name="action" value="unshare" look="quiet" size="small" icon="x">
                  {t('requests.share.end')}
                  <span class="visually-hidden"> {share.name}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {request.mayShare && <ShareForm call={call} readers={readers} />}
    </>
  )
}

function ShareForm({ call, readers }: Omit<Props, 'request'>) {
  const { t } = call
  const form = shownForm(t, call.form, 'share')
  if (readers.people.length === 0) return <p class="muted small">{t('requests.share.noColleagues')}</p>
  return (
    <Disclosure title={t('requests.share.title')} open={form.errors.length > 0}>
      <form method="post" class="stack" novalidate>
        <FormMessages t={t} form={form} />
        <Select
          {...form.field('person')}
          label={t('requests.share.with')}
          empty={t('requests.share.choose')}
          options={[
            {
              group: t('requests.share.colleagues'),
              options: readers.people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
            },
            {
              group: t('requests.share.roles'),
              options: readers.roles.map(({ id, name }) => ({ value: `role:${id}`, label: name })),
            },
          ]}
          width="full"
        />
        <CheckboxField t={t} name="copied" checked={form.checked('copied')} label={t('requests.share.copy')} />
        <FormActions reachable={false}>
          <Button name="action" value="share" icon="user-round-plus">
            {t('requests.share.share')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
}
