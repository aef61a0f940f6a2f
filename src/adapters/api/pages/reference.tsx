import { z } from 'zod'
import type { Operation } from '../../../kernel/operation.ts'
import type { Translate } from '../../../kernel/text.ts'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tag } from '../../../ui/components/Tag.tsx'
import { definePage, type Page } from '../../../ui/page.ts'
import { ConnectAssistant } from '../../mcp/pages/ConnectAssistant.tsx'

interface Parameter {
  name: string
  type: string
  required: boolean
  description: string
}

/** The API reference for people: every operation of REST, made from the same schemas as the OpenAPI description. */
export function referencePage(operations: readonly Operation[]): Page {
  const offered = operations.filter((operation) => operation.http && operation.channels.includes('api'))
  const bySlice = Map.groupBy(offered, (operation) => operation.name.split('.')[0] ?? '')
  return definePage({
    path: '/developers',
    cache: true,
    get: (call) => ({
      title: call.t('api.reference.title'),
      description: call.t('api.reference.lead'),
      breadcrumbs: [{ label: call.portal.name, href: call.url('/') }, { label: call.t('api.reference.title') }],
      view: (
        <div class="stack">
          <PageHead title={call.t('api.reference.title')} lead={call.t('api.reference.lead')} />
          <p>
            <a href="/api/openapi.json">{call.t('api.reference.openapi')}</a>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways, so it must be reachable by keyboard */}
          <pre tabIndex={0}>
            <code>{`curl -H 'Authorization: Bearer theke_…' '${call.origin}/api/v1/search?q=strom&lang=de'`}</code>
          </pre>
          <ConnectAssistant call={call} operations={operations} />
          {[...bySlice].map(([slice, list]) => (
            <section key={slice} class="stack" aria-labelledby={`slice-${slice}`}>
              <h2 id={`slice-${slice}`} lang="en">
                {slice}
              </h2>
              <div>
                {list.map((operation) => (
                  <OperationEntry key={operation.name} t={call.t} operation={operation} origin={call.origin} />
                ))}
              </div>
            </section>
          ))}
        </div>
      ),
    }),
  })
}

function OperationEntry({ t, operation, origin }: { t: Translate; operation: Operation; origin: string }) {
  const { method, path } = operation.http as { method: string; path: string }
  const parameters = parametersOf(operation)
  const example = operation.examples[0]
  return (
    <Disclosure
      title={
        <>
          <Tag tone={operation.kind === 'query' ? 'plain' : 'accent'}>{method}</Tag> <code>/api/v1{path}</code>{' '}
          <span lang="en" class="muted regular">
            {operation.summary}
          </span>
        </>
      }
    >
      <p>
        {operation.requires === 'anyone'
          ? t('api.reference.anyone')
          : operation.requires === 'signed-in'
            ? t('api.reference.signedIn')
            : t('api.reference.requires', { permission: operation.requires })}
      </p>
      {parameters.length > 0 && (
        <DataTable
          caption={t('api.reference.input')}
          columns={[
            { title: t('api.reference.name'), head: true, cell: (row: Parameter) => <code>{row.name}</code> },
            { title: t('api.reference.type'), cell: (row: Parameter) => <code>{row.type}</code> },
            {
              title: t('api.reference.required'),
              cell: (row: Parameter) => (row.required ? t('api.reference.yes') : '–'),
            },
            { title: t('api.reference.meaning'), cell: (row: Parameter) => <span lang="en">{row.description}</span> },
          ]}
          rows={parameters}
          rowKey={(row) => row.name}
        />
      )}
      {example && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways, so it must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{curl(origin, method, path, example.input)}</code>
        </pre>
      )}
    </Disclosure>
  )
}

function parametersOf(operation: Operation): Parameter[] {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as {
    properties?: Record<
      string,
      { type?: string; enum?: unknown[]; format?: string; description?: string; anyOf?: unknown[] }
    >
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    name,
    type: part.enum ? part.enum.join(' | ') : (part.format ?? part.type ?? (part.anyOf ? 'any of' : 'any')),
    required: schema.required?.includes(name) ?? false,
    description: part.description ?? '',
  }))
}

function curl(origin: string, method: string, path: string, input: Record<string, unknown>): string {
  const rest = { ...input }
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const address = `${origin}/api/v1${filled}`
  if (method === 'GET') {
    const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
    return `curl '${address}${query ? `?${query}` : ''}'`
  }
  return [
    `curl -X ${method} '${address}' \\`,
    "  -H 'Authorization: Bearer theke_…' -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(rest)}'`,
  ].join('\n')
}
