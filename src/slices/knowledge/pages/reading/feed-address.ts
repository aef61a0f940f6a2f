import type { PageCall } from '../../../../ui/page.ts'

/** The feed of the portal in the reader's language, or of one of its categories. */
export function feedOf(call: PageCall, category?: { slug: string; title: string }): { title: string; href: string } {
  return {
    title: category ? `${category.title} – ${call.portal.name}` : call.portal.name,
    href: call.url(category ? `/help/category/${category.slug}/feed.atom` : '/feed.atom'),
  }
}
