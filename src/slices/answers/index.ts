import type { Slice } from '../../kernel/slice.ts'
import type { Page } from '../../ui/page.ts'
import { jobs, navigation, permissions, personalData, synonyms } from './contributes.ts'
import { demo } from './demo.ts'
import { experience, experienceJobs, experienceReactions } from './experience.ts'
import { handOverSearch } from './hand-over.ts'
import { meaningJobs, meanings } from './meanings.ts'
import { askOwn } from './operations/ask-own.ts'
import { compose } from './operations/compose.ts'
import { dismissProposal } from './operations/dismiss-proposal.ts'
import { explainRank } from './operations/explain.ts'
import { listMissingQuestions } from './operations/list-missing.ts'
import { listProposals } from './operations/list-proposals.ts'
import { listSynonymSets } from './operations/list-synonyms.ts'
import { recordQuestion } from './operations/record-question.ts'
import { recordReading } from './operations/record-reading.ts'
import { removeSynonyms } from './operations/remove-synonyms.ts'
import { saveSynonyms } from './operations/save-synonyms.ts'
import { searchOperation } from './operations/search.ts'
import { settleMissingQuestion } from './operations/settle-missing.ts'
import { suggestOperation } from './operations/suggest.ts'
import { composedPage } from './pages/composed.ts'
import { explainPage } from './pages/explain.tsx'
import { missingPage } from './pages/missing.tsx'
import { searchPage } from './pages/search.tsx'
import { synonymsPage } from './pages/synonyms.tsx'

/** Search over everything that slices contribute, what was asked in vain, and the synonyms that editors keep. */
export const answers: Slice = {
  name: 'answers',
  operations: [
    searchOperation,
    askOwn,
    compose,
    suggestOperation,
    recordQuestion,
    recordReading,
    listMissingQuestions,
    settleMissingQuestion,
    listSynonymSets,
    saveSynonyms,
    removeSynonyms,
    listProposals,
    dismissProposal,
    explainRank,
  ],
  permissions,
  reactions: experienceReactions,
  jobs: [...jobs, ...experienceJobs, ...meaningJobs],
  navigation,
  changesPages: ['synonyms.changed', 'experience.changed', 'meanings.made'],
  synonyms,
  handOvers: { search: handOverSearch },
  experience,
  meanings,
  personalData,
  demo,
}

export { noteReading, type Outcome } from './experience.ts'

/** Pages of the slice. */
export const answersPages: Page[] = [searchPage, composedPage, missingPage, synonymsPage, explainPage]
