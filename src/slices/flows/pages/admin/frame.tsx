import type { ComponentChildren } from 'preact'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import type { PageCall, PageView } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { readDraft } from '../../operations/read-draft.ts'
import { textAndLang } from '../../texts.ts'
import { flowUrl, LIST } from './addresses.ts'

const TABS = ['', 'tests', 'preview', 'properties', 'versions'] as const
export type FlowTab = (typeof TABS)[number]

export const keyOf = (call: PageCall) => call.params['key'] ?? ''

/** The draft that a page is about. */
export function draftOf(call: PageCall): Promise<DraftView> {
  return call.run(readDraft, { key: keyOf(call) })
}

export function titleOf(call: PageCall, draft: DraftView): string {
  return textAndLang(draft.definition.title, call.lang).text || draft.key
}

/** What every page of one flow has around it. */
export function flowFrame(call: PageCall, draft: DraftView, current: FlowTab, view: ComponentChildren): PageView {
  const { t } = call
  const title = titleOf(call, draft)
  const tab = t(`flows.tab.${current || 'steps'}`)
  return {
    title: `${tab}: ${title}`,
    noIndex: true,
    wide: true,
    breadcrumbs: [
      { label: t('flows.nav.admin'), href: call.url(LIST) },
      ...(current ? [{ label: title, href: flowUrl(call, draft.key) }, { label: tab }] : [{ label: title }]),
    ],
    view: (
      <>
        <PageHead
          title={title}
          above={
            <Tag tone={draft.version === null ? 'plain' : 'good'}>
              {draft.version === null ? t('flows.state.draft') : t('flows.state.published', { version: draft.version })}
            </Tag>
          }
        />
        <Tabs
          label={t('flows.tab.label')}
          tabs={TABS.map((one) => ({
            href: flowUrl(call, draft.key, one),
            label: t(`flows.tab.${one || 'steps'}`),
            current: one === current,
          }))}
        />
        <div class="section">{view}</div>
      </>
    ),
  }
}
