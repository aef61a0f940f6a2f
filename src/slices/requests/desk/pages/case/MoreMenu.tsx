import { may } from '../../../../../kernel/actor.ts'
import { Icon } from '../../../../../ui/components/Icon.tsx'
import { Menu } from '../../../../../ui/components/Menu.tsx'
import type { PageCall } from '../../../../../ui/page.ts'
import { onKey } from '../../islands/desk/key-names.ts'
import type { DeskRequest } from './CaseHead.tsx'

/** Steps that need a page of their own. */
export function MoreMenu({ call, request }: { call: PageCall; request: DeskRequest }) {
  const { t, actor } = call
  const to = (step: string) => call.url(`/desk/${request.reference}/${step}`)
  const watches = request.watchers.some((one) => one.id === actor.personId)
  return (
    <Menu icon="ellipsis" label={t('requests.desk.more')} class="desk-menu" group="desk">
      <a href={to('classify')}>
        <Icon name="chevrons-up" /> {t('requests.classify.title')}
      </a>
      <a href={to('promise')}>
        <Icon name="calendar-clock" /> {t('requests.desk.changePromise')}
      </a>
      <a href={to('tags')}>
        <Icon name="tag" /> {t('requests.desk.changeTags')}
      </a>
      <a href={to('requester')}>
        <Icon name="user-round-pen" /> {t('requests.desk.changeRequester')}
      </a>
      <a href={to('merge')}>
        <Icon name="git-merge" /> {t('requests.desk.merge')}
      </a>
      <a href={to('split')}>
        <Icon name="split" /> {t('requests.desk.split')}
      </a>
      <a href={to('known-error')}>
        <Icon name="siren" /> {t('requests.desk.attach')}
      </a>
      {may(actor, 'knowledge.write') && (
        <a href={call.url(`/admin/articles/new?from=request:${request.reference}`)} {...onKey('write')}>
          <Icon name="book-open" /> {t('requests.desk.writeArticle')}
        </a>
      )}
      <form method="post">
        <button type="submit" name="action" value={watches ? 'unwatch' : 'watch'} {...onKey('watch')}>
          <Icon name="bell" /> {t(watches ? 'requests.desk.unwatch' : 'requests.desk.watch')}
        </button>
      </form>
    </Menu>
  )
}
