import type { ComponentChildren, VNode } from 'preact'
import type { TextKey } from '../../../../kernel/text.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Card } from '../../../../ui/components/Card.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { FormActions } from '../../../../ui/components/FormActions.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import type { IconName } from '../../../../ui/icon-names.ts'
import { definePage, type Fields, goTo, type Page, type PageCall } from '../../../../ui/page.ts'
import { type FormShown, formOf } from '../form.tsx'

/** What an administrator keeps a short list of: each opens to be changed or deleted, below them a form for a new one. */
export interface EditableList<T extends { id: string }> {
  path: string
  title: TextKey
  lead: TextKey
  /** Said when there is none yet. */
  none: TextKey
  icon: IconName
  /** Label of the form and the button for a new one. */
  newOne: TextKey
  list(call: PageCall): Promise<readonly T[]>
  /** The line of one that is closed. */
  heading(call: PageCall, one: T): ComponentChildren
  /**
   * Fields of the form; `one` is null in the form for a new one. `suffix` makes the ids of its fields differ from those of the other forms
   * on the page; it is empty for the form that was refused, to which the summary of errors leads.
   */
  fields(call: PageCall, form: FormShown, one: T | null, suffix: string): VNode
  create(call: PageCall, fields: Fields): Promise<unknown>
  change(call: PageCall, id: string, fields: Fields): Promise<unknown>
  remove(call: PageCall, id: string): Promise<unknown>
}

/** The page of such a list, for who may administer people. */
export function editableListPage<T extends { id: string }>(list: EditableList<T>): Page {
  const back = (call: PageCall, said: TextKey) => goTo(call.url(list.path), said)
  return definePage({
    path: list.path,
    layout: 'admin',
    requires: 'identity.manage',
    async get(call) {
      const { t } = call
      const items = await list.list(call)
      const create = formOf(call, 'create')
      const change = formOf(call, 'change', 'delete')
      return {
        title: t(list.title),
        view: (
          <div class="narrow stack">
            <PageHead title={t(list.title)} lead={t(list.lead)} />
            {change.summary}
            {items.length === 0 && (
              <EmptyState icon={list.icon} title={t(list.none)}>
                {t(list.lead)}
              </EmptyState>
            )}
            <div>
              {items.map((one) => (
                <One key={one.id} call={call} list={list} one={one} change={change} />
              ))}
            </div>
            <Card title={t(list.newOne)}>
              {create.summary}
              <form method="post" class="form">
                {list.fields(call, create, null, call.form?.action === 'create' ? '' : '-new')}
                <FormActions reachable={false}>
                  <Button name="action" value="create" icon="plus">
                    {t(list.newOne)}
                  </Button>
                </FormActions>
              </form>
            </Card>
          </div>
        ),
      }
    },
    post: {
      async create(call, fields) {
        await list.create(call, fields)
        return back(call, 'identity.saved')
      },
      async change(call, fields) {
        await list.change(call, fields.get('id'), fields)
        return back(call, 'identity.saved')
      },
      async delete(call, fields) {
        await list.remove(call, fields.get('id'))
        return back(call, 'identity.deleted')
      },
    },
  })
}

interface OneProps<T extends { id: string }> {
  call: PageCall
  list: EditableList<T>
  one: T
  change: FormShown
}

function One<T extends { id: string }>({ call, list, one, change }: OneProps<T>) {
  const { t } = call
  const isRefused = change.value('id') === one.id
  return (
    <Disclosure title={list.heading(call, one)} open={isRefused}>
      <form method="post" class="form">
        <input type="hidden" name="id" value={one.id} />
        {list.fields(call, isRefused ? change : formOf(call, 'none'), one, isRefused ? '' : `-${one.id}`)}
        <FormActions reachable={false}>
          <Button look="primary" name="action" value="change">
            {t('identity.save')}
          </Button>
          <Button look="quiet" name="action" value="delete" icon="trash-2" formnovalidate>
            {t('identity.delete')}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  )
}
