import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import type { PageCall } from '../../../ui/page.ts'

/** What a form of this page shows: what was typed and refused, or what there was before. */
export interface FormShown {
  value(name: string, before?: string | null): string
  values(name: string, before?: readonly string[]): string[]
  checked(name: string, before?: boolean): boolean
  error(name: string): string | undefined
  /** On top of the form: everything to mend. */
  summary: ComponentChildren
}

/** The form of one action; refused forms of other actions of the page do not touch it. */
export function formOf(call: PageCall, ...actions: string[]): FormShown {
  const state = call.form && (actions.length === 0 || actions.includes(call.form.action)) ? call.form : null
  const issues = state?.issues ?? []
  return {
    value: (name, before = '') => (state ? ([state.values[name] ?? ''].flat().at(-1) ?? '') : (before ?? '')),
    values: (name, before = []) => (state ? [state.values[name] ?? []].flat() : [...before]),
    checked: (name, before = false) => (state ? state.values[name] !== undefined : before),
    error(name) {
      const issue = issues.find((one) => one.path.join('.') === name)
      return issue && call.t(issue.key, issue.values)
    },
    summary: state && (
      <>
        <ErrorSummary
          t={call.t}
          errors={issues.map((issue) => ({ name: issue.path.join('.'), text: call.t(issue.key, issue.values) }))}
        />
        {state.message && (
          <Notice tone="bad" live>
            {state.message}
          </Notice>
        )}
      </>
    ),
  }
}
