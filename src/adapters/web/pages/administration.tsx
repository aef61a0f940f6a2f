import { refuse } from '../../../kernel/refusal.ts'
import type { NavigationItem } from '../../../kernel/slice.ts'
import type { TextKey } from '../../../kernel/text.ts'
import { iconOf } from '../../../ui/components/Icon.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { Tile, Tiles } from '../../../ui/components/Tile.tsx'
import { definePage } from '../../../ui/page.ts'

/** The way into the administration: everything that the reader may look after there. */
export function administrationPage(navigation: readonly NavigationItem[]) {
  return definePage({
    path: '/admin',
    layout: 'admin',
    requires: 'signed-in',
    get(call) {
      const { t, actor } = call
      const items = navigation
        .filter((item) => item.place === 'admin' && item.visible(actor))
        .sort((a, b) => a.order - b.order)
      if (items.length === 0) throw refuse.notFound()
      return {
        title: t('web.administration'),
        view: (
          <>
            <PageHead title={t('web.administration')} lead={t('web.administrationLead')} />
            {[...Map.groupBy(items, (item) => item.group ?? null)].map(([group, list]) => (
              <section key={group ?? ''} class="section">
                {group && <h2>{t(group as TextKey)}</h2>}
                <Tiles>
                  {list.map((item) => (
                    <Tile key={item.path} icon={iconOf(item.icon)} title={t(item.title)} href={call.url(item.path)} />
                  ))}
                </Tiles>
              </section>
            ))}
          </>
        ),
      }
    },
  })
}
