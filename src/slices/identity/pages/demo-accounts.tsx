import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import type { PageCall } from '../../../ui/page.ts'

interface DemoAccountsProps {
  call: PageCall
  demo: { password: string; accounts: { name: string; email: string; roles: string[] }[] }
}

/** In a demonstration: every account, one click away. */
export function DemoAccounts({ call: { t }, demo }: DemoAccountsProps) {
  return (
    <Card title={t('identity.demo.title')} tone="sunk">
      <p>{t('identity.demo.text', { password: demo.password })}</p>
      <ul class="accounts">
        {demo.accounts.map((account) => (
          <li key={account.email}>
            <form method="post">
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={demo.password} />
              <Button name="action" value="password" icon="user-round" size="small">
                {account.name}
              </Button>{' '}
              <span class="muted">{account.roles.join(', ')}</span>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
