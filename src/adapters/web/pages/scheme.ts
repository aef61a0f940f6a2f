import { definePage } from '../../../ui/page.ts'

/** Takes the choice between light, dark and what the system says; works as a plain form on every page. */
export const schemePage = definePage({
  path: '/scheme',
  bare: true,
  get: () => ({ redirect: '/' }),
  post: {
    async default(_call, fields) {
      const scheme = fields.get('scheme')
      const chosen = scheme === 'light' || scheme === 'dark'
      return {
        redirect: fields.get('back') || '/',
        cookies: [{ name: 'theke_scheme', value: chosen ? scheme : '', maxAge: chosen ? 365 * 24 * 3600 : 0 }],
      }
    },
  },
})
