import type { z } from 'zod'
import { definePage, goTo, type Page, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { claim } from '../claims/operations/claim.ts'
import { close } from '../operations/close.ts'
import { read } from '../operations/read.ts'
import { reopen } from '../operations/reopen.ts'
import { reply } from '../operations/reply.ts'
import { withdraw } from '../operations/withdraw.ts'
import { readProcess } from '../process/operations/read-process.ts'
import { rate } from '../ratings/operations/rate.ts'
import { listReaders } from '../sharing/operations/list-readers.ts'
import { share } from '../sharing/operations/share.ts'
import { unshare } from '../sharing/operations/unshare.ts'
import { fileIds } from './Files.tsx'
import { RequestSheet } from './RequestSheet.tsx'

/** One of one's own requests. */
export const requestPage: Page = definePage({
  path: '/requests/:reference',
  uploads: {},
  requires: 'signed-in',
  get: (call) => show(call, call.params['reference'] as string),
  post: actions((call) => call.params['reference'] as string),
})

/** A request by its link, for whoever has it. */
export const trackedPage: Page = definePage({
  path: '/track/:link',
  open: true,
  uploads: {},
  get: (call) => show(call, call.params['link'] as string),
  post: actions((call) => call.params['link'] as string),
})

async function show(call: PageCall, address: string): Promise<PageAnswer> {
  const request: z.output<typeof read.output> = await call.run(read, { request: address })
  const readers = request.mayShare ? await call.run(listReaders, {}) : { people: [], roles: [] }
  const process = await call.run(readProcess, { request: address })
  const { t } = call
  const above =
    request.relation !== 'link'
      ? { label: t('requests.mine.title'), href: call.url('/requests') }
      : { label: t('requests.track.title'), href: call.url('/track') }
  return {
    title: `${request.subject} (${request.reference})`,
    noIndex: true,
    breadcrumbs: [above, { label: request.reference }],
    view: <RequestSheet call={call} request={request} readers={readers} process={process} />,
  }
}

/** What can be done on the page, whichever way somebody came. */
function actions(addressOf: (call: PageCall) => string): NonNullable<Page['post']> {
  return {
    async claim(call) {
      const { reference } = await call.run(claim, { link: addressOf(call) })
      return goTo(call.url(`/requests/${reference}`), 'requests.claim.done')
    },
    async reply(call, fields) {
      await call.run(reply, { request: addressOf(call), message: fields.get('message'), files: fileIds(fields) })
      return goTo(call.url(call.path), 'requests.page.replied')
    },
    async withdraw(call) {
      await call.run(withdraw, { request: addressOf(call) })
      return goTo(call.url(call.path), 'requests.page.withdrawn')
    },
    async close(call) {
      await call.run(close, { request: addressOf(call) })
      return goTo(call.url(call.path), 'requests.page.closedByYou')
    },
    async reopen(call, fields) {
      await call.run(reopen, { request: addressOf(call), message: fields.get('message') })
      return goTo(call.url(call.path), 'requests.page.reopened')
    },
    async share(call, fields) {
      const [kind, id] = fields.get('person').split(':')
      const reader = kind === 'role' ? { role: id } : { person: id || undefined }
      await call.run(share, { request: addressOf(call), ...reader, copied: fields.has('copied') })
      return goTo(call.url(call.path), 'requests.share.done')
    },
    async unshare(call, fields) {
      await call.run(unshare, { request: addressOf(call), reader: fields.get('reader') })
      return goTo(call.url(call.path), 'requests.share.ended')
    },
    async rate(call, fields) {
      const rating = { score: fields.get('score'), comment: fields.optional('comment') }
      await call.run(rate, { request: addressOf(call), ...rating })
      return goTo(call.url(call.path), 'requests.rating.thanks')
    },
  }
}
