import type { Clarification, Narrowing } from './clarification.ts'
import type { Meaning } from './embeddings.ts'
import type { Experience } from './experience.ts'

/** A language tag. `de`, `en` and `el` are analysed (stems, stop words, compounds); any other one is only folded. */
export type Lang = string

/** One thing that can be found, in one language. */
export interface Findable {
  /** Unique in the index: `article:UUID:de`, `document:UUID:12` (page 12). */
  id: string
  /** What it is: `article`, `document`, `service`, `request` … */
  kind: string
  lang: Lang
  /** The same thing in other languages, and the pages of one document, share a group; one hit is shown per group. */
  group?: string
  title: string
  /** Plain text; paragraphs are separated by `\n`. */
  text: string
  headings?: string[]
  /** Something to go through rather than to read: its first line stands for it, no passage is quoted. */
  interactive?: true
  /** Words people use for it that its text does not contain. */
  keywords?: string[]
  url: string
  /** The audience that may find it; `null`: everybody. */
  audience: string | null
  /** Only this person finds it (their own requests, invoices, bookings); `audience` is then not asked. */
  owner?: string
  /** Of what has an owner: other persons who find it too, e.g. those it is shared with. */
  readers?: readonly string[]
  /**
   * What it can be narrowed by: category, product, tag … Two that everything has: `type`, what people call it (default: its kind), and
   * `portal`, keys of the portals in which it is found (default `*`: all).
   */
  facets?: Record<string, string[]>
  /** Milliseconds since 1970. */
  updatedAt: number
  /** Factor from editors and from feedback, 1 is neutral; kept between 0.25 and 4. */
  weight?: number
  /** What it was called where it was imported from. */
  externalKey?: string
  /** Page of a document, from 1. */
  page?: number
}

export interface SearchQuery {
  /** What was typed. */
  text: string
  /** The language that the asker reads (the interface's). The words may be in another one. */
  lang: Lang
  /** Audiences that the asker belongs to. */
  audiences: ReadonlySet<string>
  /** Who asks; finds what they own. */
  person?: string | null
  kinds?: readonly string[]
  /** Facet → values; one of the values of every facet named must match. */
  filters?: Readonly<Record<string, readonly string[]>>
  /** At most so many hits (default 10, at most 100). */
  limit?: number
  /** So many hits are passed over (at most 1000). */
  offset?: number
  /** `own-first` (default): other languages too, after equally good hits in one's own; `only`: none; `all`: no preference. */
  langs?: 'own-first' | 'only' | 'all'
  /** The last word is still being typed: it also matches as a beginning. Default false. */
  typing?: boolean
  /** Now, in milliseconds since 1970, for freshness; without it age does not count. */
  now?: number
  /** The meaning of the question: what is near in meaning is ranked as well, and both lists are fused. */
  vector?: Float32Array | undefined
  /** Answers to clarifying questions so far, in order. What they exclude is not found. */
  narrowed?: readonly Narrowing[]
  /**
   * Whether to ask back: `unsure` when no answer stands out, `always` also then (the asker said that it was not the right one).
   * Without it nothing is asked.
   */
  clarify?: 'unsure' | 'always'
  /** Facets that may be asked about besides `word` and `title`; default: all but `portal`, `lang`, `kind` and `type`. */
  clarifyBy?: readonly string[]
}

/** A quotation from a hit's text, unchanged. */
export interface Passage {
  text: string
  /** Matched words as [start, end) in `text`, ascending, not overlapping. */
  marks: [number, number][]
  /** Where it stands in the `text` of the findable. */
  start: number
  page?: number
  /** The heading that it stands under, when the text repeats it as a line. */
  heading?: string
}

export interface Hit {
  doc: Findable
  /** Comparable within one result only. */
  score: number
  /** 0..1: how likely this answers the question. */
  confidence: number
  /** The best one first; at most three, of at most three sentences each. */
  passages: Passage[]
  /** Matched words in the title. */
  titleMarks: [number, number][]
  /** The words matched a translation (same group) in this language; `doc` is the version in the asker's language. */
  matchedLang?: Lang
  /** How many more of the group matched, e.g. other pages of the document. */
  more: number
}

export interface FacetCount {
  value: string
  count: number
}

export interface SearchResult {
  hits: Hit[]
  /** Groups found, counted over everything that the asker may find. */
  total: number
  /** Facet → values, most frequent first, over everything found; also the facet `kind` and `lang`. */
  facets: Record<string, FacetCount[]>
  /** The question with words spelt as they are in something that the asker may read. */
  didYouMean?: string
  /** Confidence of the first hit; 0 without one. */
  confidence: number
  /** Whether the confidence reaches the threshold below which one says that one does not know. */
  answered: boolean
  /** When not `answered`: what is near (the first hits, also listed in `hits`). */
  near: Hit[]
  /** Languages other than the asker's among the hits shown. */
  otherLanguages: Lang[]
  /** The question to ask back, when the query wants one and one is worth asking. */
  clarification?: Clarification
}

export interface SuggestQuery {
  text: string
  lang: Lang
  audiences: ReadonlySet<string>
  person?: string | null
  kinds?: readonly string[]
  /** As in `SearchQuery`. */
  filters?: Readonly<Record<string, readonly string[]>>
  /** At most so many (default 8, at most 20). */
  limit?: number
}

export interface Suggestion {
  /** A title to open (with `doc`), or a completed wording to search for. */
  text: string
  marks: [number, number][]
  doc?: Findable
}

/** Why something is where it is, for editors. No personal data. */
export interface Explanation {
  found: boolean
  /** 1 is the first hit; absent when the search does not find it. */
  rank?: number
  score: number
  confidence: number
  /** One line a word of the question: what it was read as, and what each reading brought. */
  words: { word: string; matched: { form: string; how: MatchKind; weight: number }[]; score: number }[]
  /** Named parts of the score, in points; they add up to `score`. */
  parts: { name: string; value: number }[]
  /** With a question's vector: the place in each of the two lists that are made into one (absent where a list lacks it), and how near it is in meaning (cosine). */
  lists?: { words?: number; meaning?: number; closeness?: number }
  /** What became of readers: after which words of the question it was of use, and in all; decayed counts. */
  experience?: {
    words: { word: string; helped: number; failed: number }[]
    readers: { helped: number; needed: number }
  }
}

export type MatchKind = 'exact' | 'stem' | 'compound' | 'part' | 'synonym' | 'typo' | 'prefix' | 'similar' | 'related'

/** Words that mean the same. `lang` absent: in every language (names, abbreviations), also across languages. */
export interface SynonymSet {
  lang?: Lang
  words: readonly string[]
}

export interface IndexSize {
  things: number
  words: number
  /** Bytes held by the index, estimated, texts included. */
  bytes: number
}

/**
 * Everything that can be found, in memory: derived, complete, current. One instance belongs to one process and is only
 * used from one thread; every call is synchronous and takes effect at once.
 */
export interface SearchIndex {
  /** Adds findables; one with a known id replaces the earlier one. */
  put(docs: Iterable<Findable>): void
  /** Forgets findables and frees what they held; unknown ids are passed over. */
  remove(ids: Iterable<string>): void
  clear(): void
  has(id: string): boolean
  get(id: string): Findable | undefined
  search(query: SearchQuery): SearchResult
  /** Completions while typing: titles and wordings that the asker may read. */
  suggest(query: SuggestQuery): Suggestion[]
  explain(query: SearchQuery, id: string): Explanation
  /** Everything in it, in no order. */
  all(): Iterable<Findable>
  /** Sets the meanings of findables; those of unknown ids wait for them. */
  putMeanings(meanings: Iterable<Meaning>): void
  /** Replaces what readers' experience says; in force for the next search. */
  setExperience(experience: Experience): void
  /** The different words of a text that carry meaning, as stems of a language. */
  stemsOf(text: string, lang: Lang): string[]
  /** Replaces all synonym sets; in force for the next search. */
  setSynonyms(sets: readonly SynonymSet[]): void
  readonly size: IndexSize
}
