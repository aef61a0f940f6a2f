import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'

/** A piece of a line: kept, new or gone. */
export interface DiffPiece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A line of a comparison. `gap`: so many lines without a difference are left out. */
export type DiffLine =
  | { kind: 'same' | 'added' | 'removed'; pieces: readonly DiffPiece[] }
  | { kind: 'gap'; lines: number }

const signs = { same: '', added: '+', removed: '−' } as const

/** What changed between two versions of a text. Said in words too, not by colour alone. */
export function Diff({ t, label, lines }: { t: Translate; label: string; lines: readonly DiffLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide content that scrolls must be reachable by keyboard
    <section class="diff" aria-label={label} tabIndex={0}>
      <ol>
        {lines.map((line, index) =>
          line.kind === 'gap' ? (
            <li key={index} class="gap" data-sign="⋯">
              {t('ui.diff.gap', { lines: line.lines })}
            </li>
          ) : (
            <li key={index} class={line.kind} data-sign={signs[line.kind]}>
              <span>
                {line.kind !== 'same' && <span class="visually-hidden">{t(`ui.diff.${line.kind}`)}: </span>}
                {line.pieces.map(pieceOf)}
              </span>
            </li>
          ),
        )}
      </ol>
    </section>
  )
}

function pieceOf({ kind, text }: DiffPiece): ComponentChildren {
  if (kind === 'added') return <ins>{text}</ins>
  if (kind === 'removed') return <del>{text}</del>
  return text
}
