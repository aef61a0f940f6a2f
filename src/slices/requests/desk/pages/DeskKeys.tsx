import type { Translate } from '../../../../kernel/text.ts'
import { Dialog } from '../../../../ui/components/Dialog.tsx'
import { Island } from '../../../../ui/island.tsx'
import { KEYS, type KeyName } from '../islands/desk/key-names.ts'
import { KeyShown } from './KeyShown.tsx'

interface KeysProps {
  t: Translate
  lang: string
  /** The request that is open. */
  open?: { id: string; reference: string }
}

/** The keys of the desk, and what makes them, and the live updates, work. */
export function DeskKeys({ t, lang, open }: KeysProps) {
  return (
    <>
      <Dialog t={t} id="desk-keys" title={t('requests.desk.keys')}>
        <dl class="desk-keys">
          {(Object.keys(KEYS) as KeyName[]).map((name) => (
            <div key={name}>
              <dt>
                <Shown t={t} keys={KEYS[name]} />
              </dt>
              <dd>{t(`requests.desk.key.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
      <Island
        name="desk"
        props={{
          lang,
          open: open ?? null,
          texts: {
            kept: t('requests.desk.kept'),
            news: t('requests.desk.news'),
          },
        }}
      />
    </>
  )
}

/** One key or another; of a row of them the first and the last. */
function Shown({ t, keys }: { t: Translate; keys: readonly string[] }) {
  const [first = '', second] = keys
  const last = keys.at(-1) ?? first
  return (
    <>
      <KeyShown t={t} chord={first} />
      {second && (keys.length > 2 ? ' … ' : ' ')}
      {second && <KeyShown t={t} chord={last} />}
    </>
  )
}
