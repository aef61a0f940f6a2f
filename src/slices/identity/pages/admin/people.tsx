import { Button, LinkButton } from '../../../../ui/components/Button.tsx'
import { DataTable } from '../../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../../ui/components/EmptyState.tsx'
import { PageHead } from '../../../../ui/components/PageHead.tsx'
import { Pagination } from '../../../../ui/components/Pagination.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tag } from '../../../../ui/components/Tag.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { definePage, goTo, type PageCall } from '../../../../ui/page.ts'
import { listInvitations } from '../../operations/list-invitations.ts'
import { listPeople } from '../../operations/list-people.ts'
import { listRoles } from '../../operations/list-roles.ts'
import { withdrawInvitation } from '../../operations/withdraw-invitation.ts'

/** Everybody, searchable, and the invitations that are open. */
export const peoplePage = definePage({
  path: '/admin/people',
  layout: 'admin',
  requires: 'identity.manage',
  async get(call) {
    const { t, query } = call
    const q = query['q'] ?? ''
    const role = query['role'] ?? ''
    const state = query['state'] === 'deactivated' ? 'deactivated' : query['state'] === 'active' ? 'active' : undefined
    const [people, roles, invitations] = await Promise.all([
      call.run(listPeople, { q: q || undefined, role: role || undefined, state, cursor: query['cursor'], limit: 50 }),
      call.run(listRoles, {}),
      call.run(listInvitations, {}),
    ])
    const narrowed = Boolean(q || role || state)
    const next = people.next
      ? `${call.url('/admin/people')}?${new URLSearchParams({ q, role, state: state ?? '', cursor: people.next })}`
      : null
    return {
      title: t('identity.people'),
      wide: true,
      view: (
        <div class="stack">
          <PageHead
            title={t('identity.people')}
            actions={
              <LinkButton look="primary" icon="user-plus" href={call.url('/admin/people/invite')}>
                {t('identity.invite')}
              </LinkButton>
            }
          />
          <form class="row">
            <TextInput
              t={t}
              type="search"
              name="q"
              label={t('identity.people.search')}
              value={q}
              required={false}
              width="medium"
            />
            <Select
              t={t}
              name="role"
              label={t('identity.role')}
              empty={t('identity.all')}
              options={roles.items.map((one) => ({ value: one.key, label: one.name }))}
              value={role}
              required={false}
            />
            <Select
              t={t}
              name="state"
              label={t('identity.state')}
              empty={t('identity.all')}
              options={[
                { value: 'active', label: t('identity.state.active') },
                { value: 'deactivated', label: t('identity.state.deactivated') },
              ]}
              value={state}
              required={false}
            />
            <Button icon="search">{t('identity.find')}</Button>
          </form>
          <DataTable
            caption={t('identity.people')}
            hideCaption
            rows={people.items}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('identity.name'),
                head: true,
                cell: (row) => <a href={call.url(`/admin/people/${row.id}`)}>{row.name}</a>,
              },
              { title: t('identity.email'), cell: (row) => row.email },
              {
                title: t('identity.roles'),
                cell: (row) => (
                  <span class="tags">
                    {row.roles.map((one) => (
                      <Tag key={one.key}>{one.name}</Tag>
                    ))}
                  </span>
                ),
              },
              {
                title: t('identity.state'),
                cell: (row) =>
                  row.state === 'deactivated' ? (
                    <Tag tone="warn">{t('identity.state.deactivated')}</Tag>
                  ) : row.signIn ? (
                    t('identity.state.active')
                  ) : (
                    t('identity.state.noSignIn')
                  ),
              },
            ]}
            empty={
              <EmptyState
                icon="users"
                title={narrowed ? t('identity.people.none') : t('identity.people.nobody')}
                action={
                  narrowed ? (
                    <LinkButton href={call.url('/admin/people')}>{t('identity.people.showAll')}</LinkButton>
                  ) : (
                    <LinkButton href={call.url('/admin/people/invite')}>{t('identity.invite')}</LinkButton>
                  )
                }
              />
            }
          />
          <Pagination
            t={t}
            next={next}
            previous={query['cursor'] ? call.url('/admin/people') : null}
            previousLabel={t('identity.toStart')}
          />
          {invitations.items.length > 0 && <Invitations call={call} items={invitations.items} />}
        </div>
      ),
    }
  },
  post: {
    async withdraw(call, fields) {
      await call.run(withdrawInvitation, { id: fields.get('id') })
      return goTo(call.url('/admin/people'), 'identity.invitation.withdrawn')
    },
  },
})

interface Invitation {
  id: string
  name: string
  email: string
  inviter: string | null
  expiresAt: string
  over: boolean
}

function Invitations({ call, items }: { call: PageCall; items: Invitation[] }) {
  const { t, format } = call
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t('identity.invitations')}</h2>
      <DataTable
        caption={t('identity.invitations')}
        hideCaption
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          { title: t('identity.name'), head: true, cell: (row) => row.name },
          { title: t('identity.email'), cell: (row) => row.email },
          { title: t('identity.invitedBy'), cell: (row) => row.inviter },
          {
            title: t('identity.until'),
            cell: (row) => (row.over ? <Tag tone="warn">{t('identity.over')}</Tag> : format.day(row.expiresAt)),
          },
          {
            title: t('identity.actions'),
            kind: 'actions',
            cell: (row) => (
              <form method="post">
                <input type="hidden" name="id" value={row.id} />
                <Button
                  look="quiet"
                  size="small"
                  name="action"
                  value="withdraw"
                  aria-label={t('identity.invitation.withdrawOf', { name: row.name })}
                >
                  {t('identity.invitation.withdraw')}
                </Button>
              </form>
            ),
          },
        ]}
      />
    </section>
  )
}
