import { describe, expect, it } from 'vitest'
import { LANGS } from '../../../kernel/lang.ts'
import { messages } from '../../../messages.ts'
import { createTexts } from '../../../platform/i18n/translate.ts'
import { kindName } from '../pages/kind-name.ts'

const texts = createTexts(messages)

describe('what a result is', () => {
  it.each(['article', 'document', 'service', 'request', 'incident', 'page'])(
    'has a word in every language: %s',
    (kind) => {
      for (const lang of LANGS) expect(kindName(texts(lang), kind)).not.toBe(kind)
    },
  )
})
