import { LinkButton } from '../../../ui/components/Button.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { LinkList } from '../../../ui/components/LinkList.tsx'
import type { PageCall } from '../../../ui/page.ts'
import type { OwnAnswerView } from '../operations/ask-own.ts'

/** An answer from what belongs to the reader: the figure, its date, and the way to it. */
export function OwnAnswer({ call, own }: { call: PageCall; own: OwnAnswerView }) {
  const { t, format, portal } = call
  return (
    <section class="card accent own-answer" aria-labelledby="own-answer">
      <h2 class="eyebrow" id="own-answer">
        <Icon name="badge-check" />
        {t('answers.own.title')}
      </h2>
      <p class="figure-big">{own.figure}</p>
      <p>{own.text}</p>
      {own.items.length > 0 && (
        <LinkList
          links={own.items.map(({ title, note, url }) => ({ href: portal.base + url, label: title, hint: note }))}
        />
      )}
      <p class="row">
        <LinkButton href={portal.base + own.url} icon="arrow-right">
          {own.link}
        </LinkButton>
        <span class="meta">{t('answers.own.asOf', { at: format.moment(own.asOf) })}</span>
      </p>
    </section>
  )
}
