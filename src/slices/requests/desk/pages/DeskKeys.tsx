import type { TextKey, Translate } from '../../../../kernel/text.ts'
import { Dialog } from '../../../../ui/components/Dialog.tsx'
import { Key } from '../../../../ui/components/Key.tsx'
import { Island } from '../../../../ui/island.tsx'

const KEYS: readonly (readonly [string, string])[] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['u', 'back'],
  ['/', 'search'],
  ['1 … 9', 'queue'],
  ['x', 'choose'],
  ['b', 'bulk'],
  ['r', 'answer'],
  ['n', 'note'],
  ['v', 'template'],
  ['i', 'article'],
  ['m', 'macro'],
  ['t', 'take'],
  ['a', 'assign'],
  ['g', 'team'],
  ['p', 'priority'],
  ['s', 'state'],
  ['e', 'solve'],
  ['d', 'write'],
  ['w', 'watch'],
  ['?', 'help'],
]

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
          {KEYS.map(([key, text]) => (
            <div key={key}>
              <dt>
                <Key>{key}</Key>
              </dt>
              <dd>{t(`requests.desk.key.${text}` as TextKey)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <Key>{t('requests.desk.key.send')}</Key>
            </dt>
            <dd>{t('requests.desk.send')}</dd>
          </div>
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
