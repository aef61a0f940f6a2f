import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** What pages load; each island is a chunk of its own, loaded by the client where a page has one. */
function clientEntries() {
  const entries = {
    client: 'src/adapters/web/client/main.ts',
    worker: 'src/adapters/web/client/worker.ts',
    styles: 'src/ui/styles/index.css',
    work: 'src/ui/styles/work.css',
  }
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)))
}

/** `vite build` makes what browsers load, `vite build --ssr` what Node runs. Both end in dist/. */
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  publicDir: false,
  oxc: jsx,
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node26',
        ssr: true,
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: { main: resolve('src/main.ts'), cli: resolve('src/cli.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        manifest: true,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: { input: clientEntries(), preserveEntrySignatures: 'exports-only' },
      },
}))
