import type { Actor } from './actor.ts'
import type { Ctx } from './ctx.ts'
import type { Event } from './events.ts'
import type { Lang } from './lang.ts'
import type { TextKey, Translate } from './text.ts'

/** How somebody is told of something. `digest`: in the portal, and once a day in one mail with everything else. */
export const WAYS = ['both', 'portal', 'mail', 'digest', 'none'] as const
export type Way = (typeof WAYS)[number]

/** Something that people can be told of, and choose how. */
export interface NotificationKind {
  /** `slice.words`; never changed, because people's choices are kept by it. */
  kind: string
  title: TextKey
  /** What happens until somebody chooses. */
  usual: Way
  /** What may be chosen; everything when left out. Without a way that sends no mail, the mail always goes: nobody can decline being asked. */
  ways?: readonly Way[]
  /** Whom it can concern; others are not asked about it. Everybody when left out. */
  concerns?: (actor: Actor) => boolean
}

/** A text that is said in the reader's language when they read it. */
export interface LaterText {
  key: TextKey
  values?: Record<string, string | number>
}

/** One person told of one thing. */
export interface NewNotification {
  personId: string
  kind: string
  title: LaterText
  /** A sentence below the title. */
  text?: LaterText
  /** Path after the language, where it is to be seen; reading that page is reading the notification. */
  path: string
  portal: string
  /**
   * The mail, when it says more than title, text and link: its text is complete but for the end, which says how to get fewer. Called with
   * the reader's language; lines of the form `Words → https://…` stand as buttons (to approve, to decline, …).
   */
  mail?: (
    t: Translate,
    lang: Lang,
    name: string,
  ) => Promise<{ subject: string; text: string }> | { subject: string; text: string }
}

/** What a slice tells people of. */
export interface NotificationSource {
  kinds: readonly NotificationKind[]
  /** Event types after which `of` is asked. */
  on: readonly string[]
  /** Whom to tell of an event. Each person is told once of an event and kind, however often it is asked. */
  of(ctx: Ctx, event: Event): Promise<NewNotification[]>
}
