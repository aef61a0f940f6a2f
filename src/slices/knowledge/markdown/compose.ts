import type { Content } from '../content.ts'
import { createAnchors } from './anchors.ts'
import { renderText, type Surroundings } from './render.ts'

/** A content, ready to be read: what a publication keeps. */
export function composeArticle(content: Content, surroundings: Surroundings) {
  const shared = { ...surroundings, anchors: createAnchors() }
  const symptom = renderText(content.symptom, shared)
  const cause = renderText(content.cause, shared)
  const workaround = renderText(content.workaround, shared)
  const fixedIn = renderText(content.fixedIn, shared)
  const body = renderText(content.body, shared)
  const parts = [symptom, cause, workaround, fixedIn, body]
  return {
    html: body.html,
    symptomHtml: symptom.html,
    causeHtml: cause.html,
    workaroundHtml: workaround.html,
    fixedInHtml: fixedIn.html,
    contents: parts.flatMap((part) => part.headings),
    plain: parts
      .map((part) => part.plain)
      .filter(Boolean)
      .join('\n'),
    linkedIds: [...new Set(parts.flatMap((part) => part.linkedIds))],
  }
}
