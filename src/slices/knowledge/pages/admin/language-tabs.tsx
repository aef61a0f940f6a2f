import { LANGS } from '../../../../kernel/lang.ts'
import { Button } from '../../../../ui/components/Button.tsx'
import { Checkbox } from '../../../../ui/components/Checkbox.tsx'
import { Disclosure } from '../../../../ui/components/Disclosure.tsx'
import { Select } from '../../../../ui/components/Select.tsx'
import { Tabs } from '../../../../ui/components/Tabs.tsx'
import { TextInput } from '../../../../ui/components/TextInput.tsx'
import { shownForm } from '../../../../ui/form.ts'
import type { PageCall } from '../../../../ui/page.ts'
import { addressOf } from './addresses.ts'
import type { Editing } from './editor.tsx'

/** The translations of an article, and the way to begin another one. */
export function LanguageTabs({ call, article }: { call: PageCall; article: Editing }) {
  const { t } = call
  const missing = LANGS.filter((lang) => !article.translations.some((one) => one.lang === lang))
  const form = shownForm(t, call.form, 'translate')
  return (
    <div class="language-bar">
      <Tabs
        label={t('knowledge.admin.languages')}
        tabs={article.translations.map(({ lang, state }) => ({
          label: t(`knowledge.lang.${lang}`),
          count: t(`knowledge.state.${state}`),
          href: addressOf(call, `/admin/articles/${article.id}`, { lang }),
          current: lang === article.translation.lang,
        }))}
      />
      {missing.length > 0 && (
        <Disclosure title={t('knowledge.admin.translate')} open={call.form?.action === 'translate'}>
          <form method="post" class="stack">
            <Select
              {...form.field('lang', missing[0])}
              label={t('knowledge.field.lang')}
              options={missing.map((lang) => ({ value: lang, label: t(`knowledge.lang.${lang}`) }))}
            />
            <TextInput
              {...form.field('translatedTitle')}
              error={form.error('title')}
              label={t('knowledge.admin.translatedTitle')}
              width="full"
            />
            <Checkbox name="copy" label={t('knowledge.admin.copyText')} checked={form.checked('copy', true)} />
            <Button name="action" value="translate">
              {t('knowledge.admin.translateBegin')}
            </Button>
          </form>
        </Disclosure>
      )}
    </div>
  )
}
