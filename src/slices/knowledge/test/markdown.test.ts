import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Content } from '../content.ts'
import { findProblems } from '../markdown/check.ts'
import { composeArticle } from '../markdown/compose.ts'
import { placeLinks } from '../markdown/place-links.ts'
import { renderText, type Surroundings } from '../markdown/render.ts'

const PICTURE = '01890000-0000-7000-8000-000000000001'
const ARTICLE = '01890000-0000-7000-8000-000000000002'
const around: Surroundings = {
  files: new Map([[PICTURE, { id: PICTURE, name: 'zähler & co.webp', width: 1200, height: 800 }]]),
  words: {
    note: 'Hinweis',
    tip: 'Tipp',
    important: 'Wichtig',
    warning: 'Achtung',
    caution: 'Vorsicht',
    table: 'Tabelle',
  },
}
const html = (text: string) => renderText(text, around).html
const places = {
  article: (id: string) => (id === ARTICLE ? '/articles/ziel' : null),
  page: (path: string) => `/de${path}`,
}

/** Elements and attributes that articles may consist of. */
const ELEMENTS =
  /^(p|h[2-6]|a|em|strong|s|ul|ol|li|blockquote|div|pre|code|hr|br|table|thead|tbody|tr|th|td|img|figure|figcaption)$/
const ATTRIBUTES =
  /^(href|rel|id|class|src|srcset|sizes|width|height|alt|loading|decoding|scope|align|role|tabindex|aria-label|aria-hidden|start|title)$/

function expectSafe(rendered: string) {
  for (const [, name = '', attributes = ''] of rendered.matchAll(
    /<\/?([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g,
  )) {
    expect(name).toMatch(ELEMENTS)
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) {
      expect(attribute).toMatch(ATTRIBUTES)
      if (attribute === 'href')
        expect(value).toMatch(
          /^(https?:\/\/|mailto:|tel:|#|article:|document:|category:|attachment:|picture:|page:\/|\/files\/)/,
        )
      if (attribute === 'src') expect(value).toMatch(/^\/files\//)
    }
  }
}

describe('rendering', () => {
  it('lets no script through, wherever it is written', () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const content = Content.parse({
      title: script,
      summary: script,
      body: `${script}\n\n## ${script}\n\n[${script}](javascript:alert(1) "${script}")\n\n![${script}](picture:${PICTURE} "${script}")\n\n| ${script} |\n| --- |\n| ${script} |`,
      symptom: script,
      cause: `[x](JaVaScRiPt:alert(1)) [y](data:text/html,x) [z](//evil.example) [w](\\\\evil.example)`,
      workaround: `> [!WARNING]\n> ${script}`,
      fixedIn: script,
    })
    const composed = composeArticle(content, around)
    for (const part of [
      composed.html,
      composed.symptomHtml,
      composed.causeHtml,
      composed.workaroundHtml,
      composed.fixedInHtml,
    ]) {
      expect(part).not.toContain('<script')
      expect(part).not.toMatch(/href="(javascript|data|\/\/)/i)
      expectSafe(part)
    }
  })

  it('is safe and does not fail for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '<script>',
        '](javascript:x)',
        '![',
        `](picture:${PICTURE})`,
        '> [!NOTE]\n',
        '\n\n',
        '`',
        '| a |\n| - |\n',
        '"',
        "'",
        '&#x6a;',
        '# ',
        '<a href="',
        'article:x',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const rendered = renderText(pieces.join(''), around)
        expectSafe(rendered.html)
        expectSafe(placeLinks(rendered.html, places).replaceAll('href="/', 'href="page:/'))
        expect(rendered.plain).not.toMatch(/\n\n/)
      }),
      { numRuns: 300 },
    )
  })

  it('gives headings anchors of their own and begins at the second level', () => {
    const { html: text, headings } = renderText('# Ähnliches\n\n### Ähnliches\n\n## Ζήτημα', around)
    expect(headings).toEqual([
      { id: 'ähnliches', title: 'Ähnliches', level: 2 },
      { id: 'ähnliches-2', title: 'Ähnliches', level: 3 },
      { id: 'ζήτημα', title: 'Ζήτημα', level: 2 },
    ])
    expect(text).toContain('<h2 id="ähnliches">')
  })

  it('shows pictures with their sizes, so that the page stays still, and those of nobody as words', () => {
    const shown = html(`![Ein Zähler](picture:${PICTURE} "So sieht er aus")`)
    expect(shown).toContain('<figure>')
    expect(shown).toContain('width="1200" height="800"')
    expect(shown).toContain(`/files/${PICTURE}/z%C3%A4hler%20%26%20co.webp?w=640 640w`)
    expect(shown).toContain('<figcaption>So sieht er aus</figcaption>')
    expect(html('![Fremdes](https://example.org/x.png)')).toBe('<p>Fremdes</p>\n')
  })

  it('makes call-outs and tables that scroll by keyboard, without style attributes', () => {
    expect(html('> [!WARNING]\n> Nicht öffnen.')).toContain(
      '<div class="callout warn"><p class="callout-title">Achtung</p>',
    )
    const table = html('| a | b |\n| --- | ---: |\n| 1 | 2 |')
    expect(table).toContain('role="region" tabindex="0" aria-label="Tabelle"')
    expect(table).toContain('align="right"')
    expect(table).not.toContain('style=')
  })

  it('leads to things by name, and loses links to what the reader may not read', () => {
    const { html: text, linkedIds } = renderText(
      `[eins](article:${ARTICLE}#teil) [zwei](article:01890000-0000-7000-8000-00000000dead) [drei](/contact) [vier](document:01890000-0000-7000-8000-000000000009#page=7)`,
      around,
    )
    expect(linkedIds).toHaveLength(2)
    const placed = placeLinks(text, places)
    expect(placed).toContain('<a href="/de/articles/ziel#teil">eins</a> zwei <a href="/de/contact">drei</a>')
    expect(placed).toContain('href="/de/documents/01890000-0000-7000-8000-000000000009?page=7"')
  })

  it('gives plain text by line, for the search', () => {
    const { plain } = renderText(
      '## Titel\n\nEin **fetter** [Link](/x).\n\n- eins\n- zwei\n\n| a | b |\n| - | - |\n| 1 | 2 |',
      around,
    )
    expect(plain).toBe('Titel\nEin fetter Link.\neins\nzwei\na: 1 – b: 2.')
  })

  it('of a table says with each row what its columns are about', () => {
    const table =
      '| Zähler | Melden | Nicht melden |\n|-|-|-|\n| Wasser | schwarze Ziffern | rote. |\n| Gas | | alles |'
    expect(renderText(table, around).plain).toBe(
      'Zähler: Wasser – Melden: schwarze Ziffern; Nicht melden: rote.\nZähler: Gas – Nicht melden: alles.',
    )
    expect(renderText('| nur | Kopf |\n|-|-|', around).plain).toBe('nur; Kopf.')
  })
})

describe('the check', () => {
  it('names what would trouble readers', () => {
    const body = `![](picture:${PICTURE})\n\n## Eins\n\n#### Drei\n\n[](https://example.org) [hier](https://example.org) [x](javascript:alert)`
    const kinds = findProblems(Content.parse({ title: 'Titel', body })).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual([
      'address_unknown',
      'alternative_missing',
      'heading_jump',
      'link_empty',
      'link_unclear',
      'summary_missing',
    ])
  })

  it('has nothing to say of a good text', () => {
    const body = '## Eins\n\nText mit [klarem Ziel](/contact).\n\n### Zwei\n\nMehr.'
    expect(findProblems(Content.parse({ title: 'Titel', summary: 'Worum es geht.', body }))).toEqual([])
  })
})
