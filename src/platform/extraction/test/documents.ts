import { zipSync } from 'fflate'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A small, real PDF: one page per text, with an outline entry for each heading. */
export function makePdf(pages: { heading?: string; lines: string[] }[], options: { text?: boolean } = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const first = 5
  add('<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>')
  add(`<< /Type /Pages /Kids [${pages.map((_, n) => `${first + n * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add(
    `<< /Type /Outlines /First ${first + 2} 0 R /Last ${first + (pages.length - 1) * 3 + 2} 0 R /Count ${pages.length} >>`,
  )
  pages.forEach(({ heading, lines }, n) => {
    const own = first + n * 3
    const content =
      options.text === false
        ? '0 0 100 100 re f'
        : `BT /F1 12 Tf 14 TL 72 720 Td ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const next = n + 1 < pages.length ? `/Next ${own + 5} 0 R` : ''
    const prev = n > 0 ? `/Prev ${own - 1} 0 R` : ''
    add(`<< /Title (${heading ?? `Part ${n + 1}`}) /Parent 4 0 R /Dest [${own} 0 R /Fit] ${next} ${prev} >>`)
  })
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, n) => {
    const offset = file.length
    file += `${n + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}

/** A Word document of paragraphs; those that begin with `# ` are headings. */
export function makeDocx(paragraphs: string[]): Uint8Array {
  const body = paragraphs
    .map((text) =>
      text.startsWith('# ')
        ? `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${text.slice(2)}</w:t></w:r></w:p>`
        : `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    )
    .join('')
  return zipSync({
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/styles.xml': utf8(
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
    ),
    'word/document.xml': utf8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

/** An OpenDocument text of paragraphs; those that begin with `# ` are headings. */
export function makeOdt(paragraphs: string[]): Uint8Array {
  const body = paragraphs
    .map((text) =>
      text.startsWith('# ') ? `<text:h text:outline-level="1">${text.slice(2)}</text:h>` : `<text:p>${text}</text:p>`,
    )
    .join('')
  return zipSync({
    mimetype: [utf8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': utf8(
      `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  })
}

/** An office document that would unpack to `megabytes`. */
export function makeBomb(megabytes: number): Uint8Array {
  return zipSync({
    mimetype: [utf8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': [new Uint8Array(megabytes * 1_000_000), { level: 9 }],
  })
}
