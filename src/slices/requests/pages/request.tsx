import type { z } from 'zod'
import { definePage, type Fields, goTo, type Page, type PageAnswer, type PageCall } from '../../../ui/page.ts'
import { read } from '../operations/read.ts'
import { reply } from '../operations/reply.ts'
import { withdraw } from '../operations/withdraw.ts'
import { fileIds } from './Files.tsx'
import { RequestSheet } from './RequestSheet.tsx'

/** One of one's own requests. */
export const requestPage: Page = definePage({
  path: '/requests/:reference',
  uploads: {},
  requires: 'signed-in',
  get: (call) => show(call, call.params['reference'] as string),
  post: {
    reply: (call, fields) => sendReply(call, call.params['reference'] as string, fields),
    withdraw: (call) => takeBack(call, call.params['reference'] as string),
  },
})

/** A request by its link, for whoever has it. */
export const trackedPage: Page = definePage({
  path: '/track/:link',
  uploads: {},
  get: (call) => show(call, call.params['link'] as string),
  post: {
    reply: (call, fields) => sendReply(call, call.params['link'] as string, fields),
    withdraw: (call) => takeBack(call, call.params['link'] as string),
  },
})

async function show(call: PageCall, address: string): Promise<PageAnswer> {
  const request: z.output<typeof read.output> = await call.run(read, { request: address })
  const { t } = call
  const above = request.isMine
    ? { label: t('requests.mine.title'), href: call.url('/requests') }
    : { label: t('requests.track.title'), href: call.url('/track') }
  return {
    title: `${request.subject} (${request.reference})`,
    noIndex: true,
    breadcrumbs: [above, { label: request.reference }],
    view: <RequestSheet call={call} request={request} />,
  }
}

async function sendReply(call: PageCall, address: string, fields: Fields): Promise<PageAnswer> {
  await call.run(reply, { request: address, message: fields.get('message'), files: fileIds(fields) })
  return goTo(call.url(call.path), 'requests.page.replied')
}

async function takeBack(call: PageCall, address: string): Promise<PageAnswer> {
  await call.run(withdraw, { request: address })
  return goTo(call.url(call.path), 'requests.page.withdrawn')
}
