import { AnswerButtons } from '../components/AnswerButtons.tsx'
import { Button, LinkButton } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { PromisedDate } from '../components/PromisedDate.tsx'
import { Tag } from '../components/Tag.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** What several areas build of the components: the same words and classes everywhere. */
export function AnsweringSpecimens({ t, sample, format, now }: GuideProps) {
  const [first = '', ...rest] = sample.paragraph.split(' ')
  return (
    <>
      <Specimen title="AnswerButtons" code={'<AnswerButtons name="value" labelledBy="question" answers={…} />'}>
        <p id="guide-question">
          <b>{sample.question}</b>
        </p>
        <AnswerButtons
          name="guide-answer"
          labelledBy="guide-question"
          answers={[
            { value: 'a', label: sample.short },
            { value: 'b', label: sample.long, hint: sample.sentence },
            { value: 'c', label: sample.word },
          ]}
        />
      </Specimen>
      <Specimen title="Answer" code={'<article class="result best">…</article>'}>
        <article class="result best">
          <p class="meta">
            <Tag tone="accent">{sample.short}</Tag>
          </p>
          <h4>
            <a href="#answering">
              <mark>{sample.question.split(' ')[0]}</mark> {sample.question.split(' ').slice(1).join(' ')}
            </a>
          </h4>
          <blockquote class="passage">
            <p>
              <mark>{first}</mark> {rest.join(' ')}
            </p>
          </blockquote>
          <p class="meta">
            <span>{format.dayShort(now)}</span>
            <Tag icon="lock">{sample.short}</Tag>
          </p>
        </article>
        <p class="did-you-mean">
          {sample.short}: <a href="#answering">{sample.question}</a>
        </p>
      </Specimen>
      <Specimen title="Clarification" code={'<nav class="card clarify"><ul class="options">…</ul></nav>'}>
        <nav class="card clarify" aria-labelledby="guide-clarify">
          <h4 id="guide-clarify">{sample.question}</h4>
          <ul class="options">
            {[sample.short, sample.word, sample.long].map((label, n) => (
              <li key={label}>
                <a href="#answering">
                  <span>{label}</span>
                  <span class="count">{format.number(12 - n * 4)}</span>
                </a>
              </li>
            ))}
            <li>
              <a class="none" href="#answering">
                {t('ui.form.no')}
              </a>
            </li>
          </ul>
        </nav>
        <ul class="pills" aria-label={sample.short}>
          <li>
            <a class="pill on" href="#answering">
              {sample.short}
              <Icon name="x" />
            </a>
          </li>
        </ul>
      </Specimen>
      <Specimen title="Unsure" code={'<section class="card unsure">…</section>'}>
        <section class="card unsure" aria-labelledby="guide-unsure">
          <Icon name="circle-question-mark" />
          <div class="stack tight">
            <h4 id="guide-unsure">{sample.question}</h4>
            <p>{sample.sentence}</p>
            <p class="row">
              <LinkButton look="primary" icon="message-square-text" href="#answering">
                {sample.short}
              </LinkButton>
            </p>
          </div>
        </section>
      </Specimen>
      <Specimen title="PromisedDate, chain" code={'<PromisedDate title={…}>…</PromisedDate>, <ol class="chain">…</ol>'}>
        <PromisedDate title={format.day(now)}>{sample.sentence}</PromisedDate>
        <ol class="chain" aria-label={sample.short}>
          {(['good', 'warn', 'plain'] as const).map((tone) => (
            <li key={tone}>
              <div class="chain-step">
                <b>{sample.short}</b>
                <span>{sample.name}</span>
                <span class="small muted">{tone === 'plain' ? sample.sentence : format.day(now)}</span>
              </div>
            </li>
          ))}
        </ol>
      </Specimen>
      <Specimen title="Bell, rating" code={'<a class="tool bell">…<span class="bell-count">3</span></a>'}>
        <div class="row">
          {[0, 3, 120].map((count) => (
            <a key={count} class="tool bell" href="#answering" title={sample.short}>
              <Icon name="bell" />
              <span class="visually-hidden">
                {sample.short} {count}
              </span>
              {count > 0 && (
                <span class="bell-count" aria-hidden="true">
                  {count > 99 ? '99+' : count}
                </span>
              )}
            </a>
          ))}
        </div>
        <div class="row">
          <span>{sample.question}</span>
          <Button size="small" icon="thumbs-up">
            {t('ui.form.yes')}
          </Button>
          <Button size="small" icon="thumbs-down">
            {t('ui.form.no')}
          </Button>
        </div>
      </Specimen>
    </>
  )
}
