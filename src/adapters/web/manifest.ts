import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface ManifestEntry {
  file: string
  css?: string[]
  imports?: string[]
  isEntry?: boolean
}

/** `dist/client`, found from the built server (`dist/server`) or, in tests, from the sources. */
export const clientFolder = process.env['THEKE_CLIENT'] ?? findClientFolder()

function findClientFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const root = /^(.*)[\\/](?:dist|src)[\\/]/.exec(`${here}/`)?.[1] ?? process.cwd()
  return join(root, 'dist', 'client')
}

let manifest: Record<string, ManifestEntry> | undefined

function read(): Record<string, ManifestEntry> {
  if (!manifest) {
    try {
      manifest = JSON.parse(readFileSync(join(clientFolder, '.vite', 'manifest.json'), 'utf8')) as Record<
        string,
        ManifestEntry
      >
    } catch {
      // Tests render pages without a build; addresses of assets are then the names of their sources.
      manifest = {}
    }
  }
  return manifest
}

/** Address of a built file by the path of its source, e.g. `src/ui/styles/index.css`. */
export function assetUrl(source: string): string {
  return `/${read()[source]?.file ?? source}`
}
