import type { ArticleOrigin, ArticleOriginSource } from '../../../kernel/article-origin.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Id } from '../../../kernel/schema.ts'
import { namesOfPersons } from '../../identity/index.ts'
import { referenceOf } from '../rules.ts'
import { insertEntry, listEntries } from '../store/entries.ts'
import { type DeskRow, findRequestForDesk, findSeenAtDesk } from './store/desk.ts'
import { withoutPersons } from './without-persons.ts'

/** A request that an article is written from, for those who see it at the desk. */
export const requestOrigin: ArticleOriginSource = {
  async find(ctx, key) {
    const request = await findRequest(ctx, key)
    return request ? originOf(request) : null
  },
  async propose(ctx, key) {
    const request = await findRequest(ctx, key)
    if (!request) return null
    const said = (await listEntries(ctx.db, request.id, 'requester')).filter((entry) => entry.kind === 'message')
    const names = await namesIn(ctx, request, said)
    const clean = (text: string | null | undefined) => withoutPersons(text ?? '', names)
    const { read = [] } = request.handed_over as { read?: { path: string; title: string }[] }
    return {
      origin: originOf(request),
      kind: request.type === 'incident' ? 'known-error' : 'how-to',
      lang: request.lang,
      title: clean(request.subject),
      question: clean(said.find((entry) => entry.side === 'requester')?.body),
      solution: clean(said.findLast((entry) => entry.side === 'desk')?.body),
      read,
    }
  },
  async note(ctx, key, { id, title }) {
    const request = await findRequest(ctx, key)
    if (!request) return
    const detail = { how: 'article', path: `/admin/articles/${id}`, title }
    await insertEntry(ctx, request.id, { kind: 'link', side: 'desk', internal: true, detail })
    ctx.emit({ type: 'request.noted', subject: { kind: 'request', id: request.id } })
  },
}

/** By its reference, as people name it, or by its id, as it is kept. */
function findRequest(ctx: Ctx, key: string): Promise<DeskRow | undefined> {
  return Id.safeParse(key).success ? findSeenAtDesk(ctx, key) : findRequestForDesk(ctx, key)
}

function originOf(request: DeskRow): ArticleOrigin {
  const reference = referenceOf(request.number)
  return { key: request.id, label: `${reference} · ${request.subject}`, path: `/desk/${reference}` }
}

/** Names of whoever took part: none of them is to stand in an article. */
async function namesIn(ctx: Ctx, request: DeskRow, said: readonly { author_name: string | null }[]): Promise<string[]> {
  const ids = [request.requester_id, request.beneficiary_id, request.assignee_id].filter((id) => id !== null)
  const names = await namesOfPersons(ctx, ids)
  return [...names.values(), request.contact_name, ...said.map((entry) => entry.author_name)].filter(
    (name): name is string => Boolean(name),
  )
}
