import FindMyWay from 'find-my-way'
import type { Page } from '../../ui/page.ts'

/** Finds pages by path. `bare` pages stand at the root of the server, all others behind portal and language. */
export function createRouter(pages: readonly Page[]) {
  const local = FindMyWay({ ignoreTrailingSlash: true, maxParamLength: 300 })
  const bare = FindMyWay({ ignoreTrailingSlash: true, maxParamLength: 300 })
  for (const page of pages) (page.bare ? bare : local).on('GET', page.path, () => undefined, page)
  return {
    find: (path: string) => lookUp(local, path),
    findBare: (path: string) => lookUp(bare, path),
  }
}

function lookUp(router: FindMyWay.Instance<FindMyWay.HTTPVersion.V1>, path: string) {
  const found = router.find('GET', path)
  return found ? { page: found.store as Page, params: found.params as Record<string, string> } : null
}
