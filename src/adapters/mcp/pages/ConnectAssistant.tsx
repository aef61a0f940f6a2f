import type { Operation } from '../../../kernel/operation.ts'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { toolOperations } from '../tools.ts'

/** How to connect an assistant by the Model Context Protocol, and which tools it is then offered. */
export function ConnectAssistant({ call, operations }: { call: PageCall; operations: readonly Operation[] }) {
  const { t, portal, origin } = call
  const url = `${origin}/mcp${portal.base ? `?portal=${portal.key}` : ''}`
  const settings = { mcpServers: { theke: { type: 'http', url, headers: { Authorization: 'Bearer theke_…' } } } }
  const tools = [...toolOperations(operations)].map(([name, operation]) => ({ name, operation }))
  return (
    <section class="stack" aria-labelledby="assistants">
      <h2 id="assistants">{t('mcp.connect.title')}</h2>
      <p>{t('mcp.connect.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways, so it must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{JSON.stringify(settings, null, 2)}</code>
      </pre>
      <p>{t('mcp.connect.key')}</p>
      <div>
        <Disclosure title={t('mcp.connect.tools', { count: tools.length })}>
          <DataTable
            caption={t('mcp.connect.tools', { count: tools.length })}
            hideCaption
            rows={tools}
            rowKey={({ name }) => name}
            columns={[
              { title: t('mcp.connect.tool'), head: true, cell: ({ name }) => <code>{name}</code> },
              {
                title: t('mcp.connect.does'),
                cell: ({ operation }) => <span lang="en">{operation.summary}</span>,
              },
              {
                title: t('mcp.connect.changes'),
                cell: ({ operation }) => (
                  <Tag tone={operation.confirm ? 'warn' : operation.kind === 'query' ? 'plain' : 'accent'}>
                    {t(
                      operation.confirm
                        ? 'mcp.connect.asks'
                        : operation.kind === 'query'
                          ? 'mcp.connect.reads'
                          : 'mcp.connect.writes',
                    )}
                  </Tag>
                ),
              },
            ]}
          />
        </Disclosure>
      </div>
    </section>
  )
}
