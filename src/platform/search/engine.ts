import { answer } from './answer.ts'
import { Experienced } from './experience.ts'
import { explain } from './explain.ts'
import { Library } from './library.ts'
import { Meanings } from './meanings.ts'
import type { Ranker } from './rank.ts'
import { Scorer } from './score.ts'
import { stemsOf } from './stems.ts'
import { suggest } from './suggest.ts'
import { Synonyms } from './synonyms.ts'
import type { SearchIndex } from './types.ts'
import { weights as learned, type Weights } from './weights.ts'

/** An empty index. `weights` replaces what was learned; only the bench does that. */
export function createSearchIndex({ weights = learned }: { weights?: Weights } = {}): SearchIndex {
  let library = new Library()
  const ranker: Ranker = {
    scorer: new Scorer(),
    synonyms: new Synonyms([]),
    experience: new Experienced(),
    meanings: new Meanings(),
    weights,
  }
  return {
    put(findables) {
      for (const findable of findables) library.add(findable)
      library.settle()
    },
    remove(ids) {
      for (const id of ids) {
        library.remove(id)
        ranker.meanings.remove([id])
      }
    },
    clear() {
      library = new Library()
      ranker.scorer = new Scorer()
      ranker.meanings = new Meanings()
    },
    has: (id) => library.place(id) !== undefined,
    get(id) {
      const place = library.place(id)
      return place?.section.findable(place.ordinal)
    },
    search: (query) => answer(library, ranker, query),
    suggest: (query) => suggest(library, ranker, query),
    explain: (query, id) => explain(library, ranker, query, id),
    setSynonyms(sets) {
      ranker.synonyms = new Synonyms(sets)
    },
    all: () => library.all(),
    putMeanings: (meanings) => ranker.meanings.put(meanings),
    setExperience(experience) {
      ranker.experience = new Experienced(experience)
    },
    stemsOf,
    get size() {
      let words = 0
      for (const section of library.sections.values()) words += section.vocabulary.size
      return { things: library.things, words, bytes: library.bytes + ranker.meanings.bytes }
    },
  }
}
