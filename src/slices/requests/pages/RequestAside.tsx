import type { TextKey } from '../../../kernel/text.ts'
import { Avatar } from '../../../ui/components/Avatar.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Disclosure } from '../../../ui/components/Disclosure.tsx'
import type { PageCall } from '../../../ui/page.ts'
import { type Readers, Sharing } from '../sharing/pages/Sharing.tsx'
import type { ShownRequest } from './RequestSheet.tsx'
import { stateText } from './StateTag.tsx'

interface Props {
  call: PageCall
  request: ShownRequest
}

/** Beside a request: who can see it, what it is, and how to end it. */
export function RequestAside({ call, request, readers }: Props & { readers: Readers }) {
  return (
    <aside class="side">
      <WhoSees call={call} request={request} readers={readers} />
      <Facts call={call} request={request} />
      {request.mayClaim && (
        <form method="post">
          <Button name="action" value="claim" icon="inbox" wide>
            {call.t('requests.claim.take')}
          </Button>
        </form>
      )}
      {request.mayClose && <Close call={call} />}
      {request.mayWithdraw && <Withdraw call={call} />}
    </aside>
  )
}

function WhoSees({ call, request, readers }: Props & { readers: Readers }) {
  const { t, actor } = call
  const authors = request.entries.map((entry) => entry.author).filter((name) => name !== null)
  const shared = request.shares.filter((share) => share.kind === 'person').map((share) => share.name)
  const names = [...new Set([request.requesterName, request.beneficiaryName, ...authors, ...shared])].filter(
    (name) => name !== null,
  )
  return (
    <Card title={t('requests.page.whoSees')}>
      {names.length > 0 && (
        <p class="row">
          {names.slice(0, 8).map((name) => (
            <Avatar key={name} name={name} other={name !== actor.name} />
          ))}
        </p>
      )}
      <p class="small muted">{t(sightOf(request))}</p>
      {request.mayShare && <Sharing call={call} request={request} readers={readers} />}
    </Card>
  )
}

function sightOf(request: ShownRequest): TextKey {
  if (request.relation === 'link') return 'requests.page.seesLink'
  if (request.relation === 'reader') return 'requests.page.seesReader'
  return request.organisationSees ? 'requests.page.seesOrganisation' : 'requests.page.seesAccount'
}

function Facts({ call: { t, format }, request }: Props) {
  return (
    <Card title={t('requests.page.facts')}>
      <DescriptionList
        facts={[
          { term: t('requests.page.reference'), value: request.reference },
          ...(request.typeName ? [{ term: t('requests.page.kind'), value: request.typeName }] : []),
          {
            term: t('requests.page.state'),
            value: request.stateWord ?? stateText(t, request.state, request.ending),
          },
          ...(request.relation !== 'requester' && request.requesterName
            ? [{ term: t('requests.page.by'), value: request.requesterName }]
            : []),
          ...(request.beneficiaryName ? [{ term: t('requests.page.for'), value: request.beneficiaryName }] : []),
          { term: t('requests.page.channel'), value: t(`requests.channel.${request.channel}` as TextKey) },
          { term: t('requests.page.changed'), value: format.dayShort(request.changedAt) },
        ]}
      />
    </Card>
  )
}

function Close({ call: { t } }: { call: PageCall }) {
  return (
    <Disclosure title={t('requests.page.close')}>
      <p>{t('requests.page.closeHint')}</p>
      <form method="post">
        <Button name="action" value="close" icon="circle-check">
          {t('requests.page.closeNow')}
        </Button>
      </form>
    </Disclosure>
  )
}

function Withdraw({ call: { t } }: { call: PageCall }) {
  return (
    <Disclosure title={t('requests.page.withdraw')}>
      <p>{t('requests.page.withdrawHint')}</p>
      <form method="post">
        <Button name="action" value="withdraw" look="danger" icon="undo-2">
          {t('requests.page.withdrawNow')}
        </Button>
      </form>
    </Disclosure>
  )
}
