import type { z } from 'zod'
import { compareTexts } from '../../../../ui/compare-texts.ts'
import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { DateTime } from '../../../../ui/components/DateTime.tsx'
import { Diff } from '../../../../ui/components/Diff.tsx'
import { FormMessages } from '../../../../ui/components/FormMessages.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { shownForm } from '../../../../ui/form.ts'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import type { DraftView } from '../../draft-view.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { restoreVersion } from '../../operations/restore-version.ts'
import { titleOfStep } from '../../texts.ts'
import { flowUrl } from './addresses.ts'
import { draftOf, flowFrame, keyOf } from './frame.tsx'

type Difference = z.output<typeof compareVersions.output>['differences'][number]
type Version = DraftView['versions'][number]

/** What was published, what has changed since, and the way back. */
export const versionsPage = definePage({
  path: '/admin/flows/:key/versions',
  layout: 'admin',
  requires: 'flows.write',
  async get(call) {
    const { t, query } = call
    const draft = await draftOf(call)
    const newest = draft.versions[0]?.version
    const [from, to] = [number(query['from']) ?? newest, number(query['to']) ?? 0]
    const compared = from === undefined ? null : await call.run(compareVersions, { key: draft.key, from, to })
    return flowFrame(
      call,
      draft,
      'versions',
      <div class="stack loose">
        <FormMessages t={t} form={shownForm(t, call.form, 'restore')} />
        <Versions call={call} draft={draft} />
        {compared && from !== undefined && (
          <section class="stack" id="changes">
            <h2>{t('flows.versions.changes', { from: nameOf(call, from), to: nameOf(call, to) })}</h2>
            {compared.differences.length === 0 && <p>{t('flows.versions.same')}</p>}
            {compared.differences.map((one) => (
              <Changed key={one.step ?? ''} call={call} draft={draft} difference={one} />
            ))}
          </section>
        )}
        <div class="row">
          <LinkButton icon="download" href={flowUrl(call, draft.key, 'export')}>
            {t('flows.export.do')}
          </LinkButton>
        </div>
      </div>,
    )
  },
  post: {
    async restore(call, fields) {
      const key = keyOf(call)
      await call.run(restoreVersion, { key, version: fields.get('version') })
      return goTo(flowUrl(call, key), 'flows.versions.restored', { version: fields.get('version') })
    },
  },
})

function number(typed: string | undefined): number | null {
  const value = Number(typed)
  return typed && Number.isInteger(value) && value >= 0 ? value : null
}

/** Version 0 is the draft. */
function nameOf({ t }: PageCall, version: number): string {
  return version === 0 ? t('flows.versions.draft') : t('flows.versions.version', { version })
}

function Versions({ call, draft }: { call: PageCall; draft: DraftView }) {
  const { t, format } = call
  const compare = (from: number, to: number) => `${flowUrl(call, draft.key, 'versions')}?from=${from}&to=${to}#changes`
  return (
    <DataTable
      caption={t('flows.tab.versions')}
      hideCaption
      rows={draft.versions}
      rowKey={(row: Version) => String(row.version)}
      empty={<p class="muted">{t('flows.versions.none')}</p>}
      columns={[
        {
          title: t('flows.versions.number'),
          head: true,
          cell: (row) => (
            <span class="tags">
              {nameOf(call, row.version)}
              {row.version === draft.version && <Tag tone="good">{t('flows.versions.current')}</Tag>}
            </span>
          ),
        },
        {
          title: t('flows.versions.when'),
          cell: (row) => <DateTime format={format} at={row.publishedAt} as="moment" />,
        },
        { title: t('flows.versions.who'), cell: (row) => row.publishedBy ?? '–' },
        { title: t('flows.publish.note'), cell: (row) => row.note || '–' },
        {
          title: t('flows.versions.actions'),
          kind: 'actions',
          cell: ({ version }) => (
            <div class="row">
              {version > 1 && <a href={compare(version - 1, version)}>{t('flows.versions.toFormer', { version })}</a>}
              <a href={compare(version, 0)}>{t('flows.versions.toDraft', { version })}</a>
              <form method="post">
                <input type="hidden" name="version" value={version} />
                <Button size="small" icon="undo-2" name="action" value="restore">
                  {t('flows.versions.restore')}
                  <span class="visually-hidden"> {version}</span>
                </Button>
              </form>
            </div>
          ),
        },
      ]}
    />
  )
}

function Changed({ call, draft, difference }: { call: PageCall; draft: DraftView; difference: Difference }) {
  const { t } = call
  const { step, kind, before, after } = difference
  const name = step === null ? t('flows.versions.whole') : titleOfStep(draft.definition, step, call.lang)
  return (
    <div class="stack tight">
      <h3>
        {name}{' '}
        <Tag tone={kind === 'added' ? 'good' : kind === 'removed' ? 'bad' : 'warn'}>{t(`flows.versions.${kind}`)}</Tag>
      </h3>
      <Diff t={t} label={name} lines={compareTexts(before, after)} />
    </div>
  )
}
