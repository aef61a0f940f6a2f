/** A page of a document, or what stands for one: a section of a text document. */
export interface ExtractedPage {
  /** From 1, as the reader of the document counts them. */
  number: number
  /** Heading under which the page stands, when the document says so. */
  heading: string | null
  /** Plain text, paragraphs separated by line feeds. */
  text: string
}

/** The text of a document. */
export interface ExtractedDocument {
  /** Title in the document's own description. */
  title: string | null
  pages: ExtractedPage[]
  /** Whether pages are those of the print, so that a viewer can be opened at them. */
  isPaged: boolean
}

/** Why no text was got from a document. */
export type ExtractionProblem = 'encrypted' | 'damaged' | 'too_large' | 'no_text' | 'unsupported' | 'too_slow'

/** The document was not read; `problem` says why. Not worth trying again. */
export class ExtractionFailed extends Error {
  readonly problem: ExtractionProblem
  constructor(problem: ExtractionProblem) {
    super(`the document could not be read: ${problem}`)
    this.name = 'ExtractionFailed'
    this.problem = problem
  }
}

/** Gets the text out of uploaded documents, away from the process that serves readers. */
export interface Extraction {
  /**
   * @param content the whole file
   * @param type media type found out from the content
   * @throws {@link ExtractionFailed}
   */
  read(content: Uint8Array, type: string): Promise<ExtractedDocument>
  /**
   * Unpacks a zip archive in memory, by path; folders and paths that lead out of it are left away. Refuses bombs.
   * @throws {@link ExtractionFailed} `too_large` or `damaged`
   */
  unpack(content: Uint8Array): Promise<Record<string, Uint8Array>>
}
