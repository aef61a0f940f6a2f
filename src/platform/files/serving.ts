import type { StoredFile } from '../../kernel/files.ts'
import { PICTURES } from './recognise.ts'

/** Media types that a browser may show in place; everything else is only downloaded. */
const SHOWN: readonly string[] = [...PICTURES, 'application/pdf']

/**
 * Headers with which a file may be served: never run, never believed to be something else, never within another site's page.
 * @param lifetime `private`: for this reader only; `public`: anybody may keep it
 */
export function servingHeaders(file: StoredFile, lifetime: 'private' | 'public', download = false): Record<string, string> {
  const disposition = SHOWN.includes(file.type) && !download ? 'inline' : 'attachment'
  return {
    'content-type': file.type,
    'content-length': String(file.size),
    'content-disposition': `${disposition}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodeRfc5987(file.name)}`,
    'x-content-type-options': 'nosniff',
    // A sandbox would keep Chromium's own PDF reader from starting.
    'content-security-policy': file.type === 'application/pdf' ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'" : "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // Contents never change under an id.
    'cache-control': `${lifetime}, max-age=31536000, immutable`,
    etag: `"${file.sha256.slice(0, 32)}"`,
  }
}

function asciiName(name: string): string {
  return name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '_') || 'file'
}

/** RFC 8187, 3.2.1. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
