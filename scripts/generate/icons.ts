import { readFileSync } from 'node:fs'
import { ICON_NAMES } from '../../src/ui/icon-names.ts'

/**
 * Text of src/generated/icons.ts: the shapes of the icons named in src/ui/icon-names.ts, from lucide-static. One exported constant per
 * icon, so that an island takes only the ones it draws into its chunk.
 */
export function describeIcons(): string {
  const lines = [...ICON_NAMES].sort().map((name) => `export const ${constantOf(name)} = '${shapeOf(name)}'`)
  return `// Written by "npm run generate" from lucide-static (ISC). Do not edit.\n${lines.join('\n')}\n`
}

function shapeOf(name: string): string {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8')
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>')
}

function constantOf(name: string): string {
  return `icon${name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`
}
