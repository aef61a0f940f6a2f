// Runs in a worker thread with a memory limit of its own, made from this text: plain JavaScript, libraries by address (workerData).
const { parentPort, workerData } = require('node:worker_threads')

const MOST_PAGES = 5000
const MOST_TEXT = 20_000_000
/** Characters after which a text document without headings begins a new section. */
const SECTION = 4000
/** So many lines at each end of a page may be running headers or footers; they stand on so large a part of the pages, and on so many. */
const EDGE = 2
const RUNNING_SHARE = 0.6
const RUNNING_PAGES = 3

const readers = { pdf: readPdf, docx: readDocx, odt: readOdt }

readers[workerData.format](workerData.content).then(
  (document) => parentPort.postMessage({ document }),
  (error) => parentPort.postMessage({ problem: problemOf(error) }),
)

function problemOf(error) {
  if (error?.name === 'PasswordException') return 'encrypted'
  return error?.problem ?? 'damaged'
}

function fail(problem) {
  return Object.assign(new Error(problem), { problem })
}

async function readPdf(content) {
  const pdf = await import(workerData.libraries.pdf)
  const loading = pdf.getDocument({
    data: content,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
    standardFontDataUrl: workerData.libraries.pdfFonts,
  })
  const document = await loading.promise
  if (document.numPages > MOST_PAGES) throw fail('too_large')
  const headings = await headingsOf(document)
  const pages = []
  let length = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const lines = linesOf((await page.getTextContent()).items)
    page.cleanup()
    length += lines.reduce((sum, line) => sum + line.words.length, 0)
    if (length > MOST_TEXT) throw fail('too_large')
    pages.push({ number, heading: headings.get(number) ?? null, lines })
  }
  const metadata = await document.getMetadata().catch(() => null)
  await loading.destroy()
  const isRunning = runningLines(pages.map((page) => page.lines))
  return {
    title: metadata?.info?.Title?.trim() || null,
    pages: pages.map(({ number, heading, lines }) => ({
      number,
      heading,
      text: joinLines(withoutRunning(lines, isRunning)),
    })),
    isPaged: true,
  }
}

/**
 * What stands at the top or bottom of most pages, page numbers aside, is a running header or footer: it says nothing about a page, and
 * would else be found and quoted on all of them.
 */
function runningLines(pages) {
  const counts = new Map()
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const enough = Math.max(RUNNING_PAGES, pages.length * RUNNING_SHARE)
  return (line) => (counts.get(keyOf(line)) ?? 0) >= enough
}

function withoutRunning(lines, isRunning) {
  const running = new Set(edges(lines).filter(isRunning))
  return running.size === 0 ? lines : lines.filter((line) => !running.has(line))
}

/** The highest and the lowest lines of a page, wherever they stand in the file. */
function edges(lines) {
  const byHeight = lines.filter((line) => line.y !== null).sort((a, b) => b.y - a.y)
  return byHeight.length <= 2 * EDGE ? byHeight : [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]
}

const keyOf = ({ words }) => words.replace(/\d+/g, '#').toLowerCase()

/** The outline's entry under which each page stands: the last one that begins on it or before. */
async function headingsOf(document) {
  const begins = []
  const outline = (await document.getOutline().catch(() => null)) ?? []
  for (const entry of outline.flatMap((one) => [one, ...(one.items ?? [])]).slice(0, 2000)) {
    const destination = typeof entry.dest === 'string' ? await document.getDestination(entry.dest) : entry.dest
    if (!destination?.[0]) continue
    const index = await document.getPageIndex(destination[0]).catch(() => null)
    if (index !== null) begins.push({ page: index + 1, title: entry.title.trim() })
  }
  const headings = new Map()
  let current = null
  for (let page = 1; page <= document.numPages; page++) {
    const first = begins.find((one) => one.page === page)
    current = first?.title ?? current
    if (current) headings.set(page, current)
    const last = begins.filter((one) => one.page === page).at(-1)
    current = last?.title ?? current
  }
  return headings
}

/** The lines of a page that say something, in the order of the file. */
function linesOf(items) {
  const lines = []
  let line = { text: '', y: null, height: 0 }
  for (const item of items) {
    if (item.str === undefined) continue
    line.text += item.str
    if (item.str.trim()) {
      line.y ??= item.transform[5]
      line.height = Math.max(line.height, item.height)
    }
    if (item.hasEOL) {
      lines.push(line)
      line = { text: '', y: null, height: 0 }
    }
  }
  lines.push(line)
  return lines
    .map(({ text, y, height }) => ({ words: text.replace(/\s+/g, ' ').trim(), y, height }))
    .filter((one) => one.words !== '')
}

/** Lines as paragraphs: one that is followed by a gap, or is set in another size, ends a paragraph. */
function joinLines(lines) {
  let text = ''
  let before = null
  for (const one of lines) {
    const { words } = one
    if (before === null) text = words
    else if (isSameParagraph(before, one))
      text = text.endsWith('-') && /^\p{Ll}/u.test(words) ? text.slice(0, -1) + words : `${text} ${words}`
    else text = `${text}\n${words}`
    before = one
  }
  return text
}

function isSameParagraph(before, line) {
  if (before.y === null || line.y === null) return true
  const gap = before.y - line.y
  const sameSize = Math.abs(before.height - line.height) < 1
  return sameSize && gap > 0 && gap < Math.max(before.height, line.height) * 1.75
}

async function readDocx(content) {
  const mammoth = (await import(workerData.libraries.mammoth)).default
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(content) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  const blocks = [...html.matchAll(/<(h[1-6]|p|li|td|th)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, tag, inner]) => ({
    isHeading: tag.startsWith('h') && tag !== 'th',
    text: plain(inner),
  }))
  return { title: null, pages: sections(blocks), isPaged: false }
}

function plain(html) {
  return html
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

async function readOdt(content) {
  const { SaxesParser } = (await import(workerData.libraries.saxes)).default
  const xml = new TextDecoder().decode(workerData.entries.content)
  const blocks = []
  let open = null
  let depth = 0
  const parser = new SaxesParser({})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw fail('damaged')
  })
  parser.on('opentag', ({ name }) => {
    if (name === 'text:p' || name === 'text:h') {
      if (depth++ === 0) open = { isHeading: name === 'text:h', text: '' }
    } else if (open && (name === 'text:tab' || name === 'text:s' || name === 'text:line-break')) open.text += ' '
  })
  parser.on('text', (text) => {
    if (open) open.text += text
  })
  parser.on('closetag', ({ name }) => {
    if ((name === 'text:p' || name === 'text:h') && --depth === 0 && open) {
      open.text = open.text.replace(/\s+/g, ' ').trim()
      blocks.push(open)
      open = null
    }
  })
  parser.write(xml).close()
  void content
  return { title: null, pages: sections(blocks), isPaged: false }
}

/** Sections of a text document: a heading begins one, and so does what has become long. */
function sections(blocks) {
  const pages = []
  let page = null
  let length = 0
  for (const { isHeading, text } of blocks) {
    if (!text) continue
    length += text.length
    if (length > MOST_TEXT) throw fail('too_large')
    if (!page || isHeading || page.text.length > SECTION) {
      page = { number: pages.length + 1, heading: isHeading ? text : (page?.heading ?? null), text: '' }
      pages.push(page)
    }
    page.text = page.text ? `${page.text}\n${text}` : text
  }
  return pages
}
