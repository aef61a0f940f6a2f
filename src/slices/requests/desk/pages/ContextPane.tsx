import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { Avatar } from '../../../../ui/components/Avatar.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import type { PageCall } from '../../../../ui/page.ts'
import { stateText } from '../../pages/StateTag.tsx'
import type { readContext } from '../operations/read-context.ts'
import type { DeskRequest } from './case/CaseHead.tsx'
import { shortMoment } from './due.ts'
import { HelpList } from './HelpList.tsx'

export type Context = z.output<typeof readContext.output>

interface ContextProps {
  call: PageCall
  request: DeskRequest
  context: Context
}

/** What one should know beside a request: who it is, what they have, what else there was, what could help. */
export function ContextPane({ call, request, context }: ContextProps) {
  const { t } = call
  return (
    <aside class="desk-context" aria-label={t('requests.desk.context')} data-part="context" id="context">
      <Who call={call} request={request} context={context} />
      {context.score !== null && (
        <Section title={t('requests.desk.satisfaction')}>
          <p>
            <Stars t={t} score={context.score} /> {context.comment}
          </p>
        </Section>
      )}
      {request.callback && (
        <Section title={t('requests.desk.callback')}>
          <p>
            <b>{call.format.moment(request.callback.at)}</b>
            {request.callback.number && (
              <>
                <br />
                <a href={`tel:${request.callback.number}`}>{request.callback.number}</a>
              </>
            )}
          </p>
        </Section>
      )}
      {context.panels.map((panel) => (
        <Section key={panel.key} title={panel.title}>
          <ul class="desk-side-list">
            {panel.facts.map((fact) => (
              <li key={fact.term}>
                <span class="muted">{fact.term}</span> {fact.value}
              </li>
            ))}
            {panel.links.map((link) => (
              <li key={link.path + link.label}>
                <a href={call.url(link.path)}>{link.label}</a>{' '}
                {link.hint && <Tag tone={link.tone ?? 'plain'}>{link.hint}</Tag>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {context.others.length > 0 && (
        <Section title={t('requests.desk.others')}>
          <Beside call={call} list={context.others} />
        </Section>
      )}
      {context.similar.length > 0 && (
        <Section title={t('requests.desk.similar')}>
          <Beside call={call} list={context.similar} />
        </Section>
      )}
      {context.help.length > 0 && (
        <Section title={t('requests.desk.couldHelp')}>
          <HelpList call={call} help={context.help} />
        </Section>
      )}
    </aside>
  )
}

function Who({ call, request, context }: ContextProps) {
  const { t } = call
  const { person } = context
  const portalName = request.portal === call.portal.key ? call.portal.name : request.portal
  const name = person?.name ?? request.requester.name ?? request.requester.email ?? t('requests.desk.anonymous')
  const email = person?.email ?? request.requester.email
  const facts = [
    person
      ? t('requests.desk.since', { year: new Date(person.since).getFullYear().toString() })
      : t('requests.desk.noAccount'),
    languageName(call.lang, request.lang),
    ...(person?.organisations ?? []),
    ...(person?.places ?? []),
  ]
  return (
    <section class="desk-who">
      <div class="desk-who-name">
        <Avatar name={name} />
        <div>
          <h2>{name}</h2>
          <p class="small muted">{facts.filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      {email && (
        <p class="small break">
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      <p class="small muted">
        {t('requests.desk.came', { moment: shortMoment(call, request.createdAt), portal: portalName })}
      </p>
      {request.watchers.length > 0 && (
        <p class="small muted">
          {t('requests.desk.watchers', { names: request.watchers.map((one) => one.name).join(', ') })}
        </p>
      )}
    </section>
  )
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Beside({ call, list }: { call: PageCall; list: Context['others'] }) {
  const { t } = call
  return (
    <ul class="desk-side-list">
      {list.map((one) => (
        <li key={one.reference}>
          <a href={call.url(`/desk/${one.reference}`)}>{one.subject}</a>{' '}
          <span class="muted">
            {stateText(t, one.state, one.ending, 'desk')}
            {one.score !== null && (
              <>
                {' · '}
                <Stars t={t} score={one.score} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Stars({ t, score }: { t: PageCall['t']; score: number }) {
  return (
    <span class="desk-stars">
      <span aria-hidden="true">★ {score}</span>
      <span class="visually-hidden">{t('requests.desk.stars', { score })}</span>
    </span>
  )
}

function languageName(reader: string, lang: string): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(lang) ?? lang
}
