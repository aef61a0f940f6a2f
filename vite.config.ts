import { globSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { defineConfig } from 'vite'

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** Every island is a chunk of its own, named `island-<slice or part>-<file>`, so that a page loads only what it hydrates. */
function clientEntries() {
  const entries: Record<string, string> = {}
  for (const file of globSync('src/**/islands/*.{ts,tsx}')) {
    if (file.includes('.test.')) continue
    const owner = basename(dirname(dirname(file)))
    entries[`island-${owner}-${basename(file).replace(/\.tsx?$/, '')}`] = resolve(file)
  }
  for (const [name, file] of [
    ['client', 'src/adapters/web/client/main.ts'],
    ['worker', 'src/adapters/web/client/worker.ts'],
    ['styles', 'src/ui/styles/index.css'],
    ['work', 'src/ui/styles/work.css'],
  ] as const) {
    if (globSync(file).length > 0) entries[name] = resolve(file)
  }
  return entries
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
          input: Object.fromEntries(
            ['main', 'cli'].flatMap((name) => globSync(`src/${name}.ts`).map((file) => [name, resolve(file)])),
          ),
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
