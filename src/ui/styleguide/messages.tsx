import { LinkButton } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Notice } from '../components/Notice.tsx'
import { PromisedDate } from '../components/PromisedDate.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { Tag } from '../components/Tag.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** What the portal says by itself. */
export function MessageSpecimens({ t, sample, format, now }: GuideProps) {
  return (
    <>
      <Specimen title="Notice" code={'<Notice tone="warn" title={…} end={<a href=…>…</a>}>…</Notice>'}>
        <Notice>{sample.sentence}</Notice>
        <Notice tone="good">{sample.sentence}</Notice>
        <Notice tone="warn" title={sample.long} end={<a href="#messages">{sample.short}</a>}>
          {sample.paragraph}
        </Notice>
        <Notice tone="bad" title={sample.long}>
          {sample.sentence}
        </Notice>
      </Specimen>
      <Specimen title="Tag" code={'<Tag tone="good" icon="check">…</Tag>'}>
        <div class="tags">
          <Tag>{sample.short}</Tag>
          <Tag tone="accent" icon="clock">
            {sample.short}
          </Tag>
          <Tag tone="good" icon="check">
            {sample.short}
          </Tag>
          <Tag tone="warn" icon="triangle-alert">
            {sample.short}
          </Tag>
          <Tag tone="bad" icon="x">
            {sample.short}
          </Tag>
          <Tag href="#messages" icon="tag">
            {sample.word}
          </Tag>
        </div>
      </Specimen>
      <Specimen title="PromisedDate" code="<PromisedDate title={…}>…</PromisedDate>">
        <PromisedDate title={format.day(now)}>{sample.sentence}</PromisedDate>
      </Specimen>
      <Specimen
        title="EmptyState"
        code={'<EmptyState icon="search-x" title={…} action={<LinkButton …/>}>…</EmptyState>'}
      >
        <EmptyState
          icon="search-x"
          level={3}
          title={sample.question}
          action={<LinkButton href="#messages">{sample.short}</LinkButton>}
        >
          {sample.sentence}
        </EmptyState>
      </Specimen>
      <Specimen title="Skeleton" code="<Skeleton label={t(…)} lines={4} />">
        <Skeleton label={t('ui.toc')} lines={4} />
      </Specimen>
    </>
  )
}
