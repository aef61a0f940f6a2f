import { definePage } from '../../../ui/page.ts'
import { exportOwn, exportPerson } from '../operations/export-person.ts'

/** Everything that is kept about oneself, as a file. */
export const ownDataPage = definePage({
  path: '/account/data.json',
  open: true,
  requires: 'signed-in',
  get: async (call) => asFile(await call.run(exportOwn, {})),
})

/** Everything that is kept about somebody, as a file to hand out. */
export const personDataPage = definePage({
  path: '/admin/people/:id/data.json',
  requires: 'identity.manage',
  get: async (call) => asFile(await call.run(exportPerson, { id: call.params['id'] ?? '' })),
})

function asFile(kept: object) {
  return {
    raw: `${JSON.stringify(kept, null, 2)}\n`,
    type: 'application/json; charset=utf-8',
    headers: { 'content-disposition': 'attachment; filename="data.json"', 'cache-control': 'no-store' },
  }
}
