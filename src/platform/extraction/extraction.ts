import { Worker } from 'node:worker_threads'
import {
  type ExtractedDocument,
  type Extraction,
  ExtractionFailed,
  type ExtractionProblem,
} from '../../kernel/extraction.ts'
import { checkArchive } from './check-archive.ts'
import program from './worker.js?raw'

const FORMATS: Record<string, 'pdf' | 'docx' | 'odt'> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

/** Megabytes of heap and milliseconds that one document may take. */
const MEMORY = 512
const TIME_LIMIT = 120_000

/** Reads documents in a worker thread each, with limits of memory and time: a malicious one harms nobody but itself. */
export function createExtraction(timeLimit = TIME_LIMIT): Extraction {
  return {
    async read(content, type) {
      const format = FORMATS[type]
      if (!format) throw new ExtractionFailed('unsupported')
      const entries = format === 'pdf' ? {} : await checkArchive(content, format === 'odt' ? ['content.xml'] : [])
      if (format === 'odt' && !entries['content.xml']) throw new ExtractionFailed('damaged')
      const document = await readInWorker(format, content, entries['content.xml'], timeLimit)
      if (document.pages.every((page) => page.text.trim() === '')) throw new ExtractionFailed('no_text')
      return document
    },
    unpack: (content) => checkArchive(content, 'all'),
  }
}

function readInWorker(
  format: string,
  content: Uint8Array,
  odt: Uint8Array | undefined,
  timeLimit: number,
): Promise<ExtractedDocument> {
  const worker = new Worker(program, {
    eval: true,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 64 },
    workerData: {
      format,
      content: new Uint8Array(content),
      entries: { content: odt },
      libraries: {
        pdf: import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'),
        pdfFonts: new URL('../../standard_fonts/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')).pathname,
        mammoth: import.meta.resolve('mammoth'),
        saxes: import.meta.resolve('saxes'),
      },
    },
  })
  return new Promise((resolve, reject) => {
    const fail = (problem: ExtractionProblem) => {
      clearTimeout(timer)
      void worker.terminate()
      reject(new ExtractionFailed(problem))
    }
    const timer = setTimeout(() => fail('too_slow'), timeLimit)
    worker.once('message', (message: { document?: ExtractedDocument; problem?: ExtractionProblem }) => {
      if (!message.document) return fail(message.problem ?? 'damaged')
      clearTimeout(timer)
      void worker.terminate()
      resolve(message.document)
    })
    worker.once('error', (error) =>
      fail((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'damaged'),
    )
    worker.once('exit', () => fail('damaged'))
  })
}
