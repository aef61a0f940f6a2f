import type { z } from 'zod'
import { Button } from '../../../../ui/components/Button.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import type { Help as HelpSchema } from '../help.ts'

export type Help = z.output<typeof HelpSchema>

/** What is put into the answer: the passage, and where it stands. */
export function insertable(call: PageCall, { title, path, passage }: Help): string {
  return `${passage ? `${passage}\n` : ''}${title}: ${call.origin}${call.url(path)}`
}

/** Articles that could help, to read and to put into the answer. */
export function HelpList({ call, help }: { call: PageCall; help: readonly Help[] }) {
  const { t } = call
  return (
    <ul class="desk-side-list">
      {help.map((one) => (
        <li key={one.id}>
          <a href={call.url(one.path)} lang={one.lang} target="_blank" rel="noopener">
            {one.title}
          </a>
          {!one.isForEverybody && <span class="hint">{t('requests.desk.notForEverybody')}</span>}
          <Button
            form="composer"
            name="insert"
            value={insertable(call, one)}
            size="small"
            look="quiet"
            data-insert={insertable(call, one)}
          >
            {t('requests.desk.insertNow')}
            <span class="visually-hidden">: {one.title}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
