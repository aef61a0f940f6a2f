import type { ComponentChildren } from 'preact'
import type { Translate } from '../../kernel/text.ts'
import { Icon } from './Icon.tsx'

interface SearchFieldProps {
  t: Translate
  /** Where the question goes. */
  action: string
  /** Says what is searched; read out, not shown. */
  label?: string
  placeholder?: string
  value?: string | undefined
  /** The large one of home and search page. */
  hero?: boolean
  name?: string
  id?: string
  /** Filters to keep, as hidden fields. */
  keep?: Record<string, string>
  /** Island for suggestions, placed inside the field. */
  children?: ComponentChildren
}

/** The one search field. A plain GET form; suggestions come on top where there is JavaScript. */
export function SearchField(props: SearchFieldProps) {
  const { t, action, label, placeholder, value, hero, name = 'q', id = 'search-field', keep = {}, children } = props
  return (
    <search class="search-form">
      <form action={action} data-search>
        {Object.entries(keep).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        <div class={hero ? 'search large' : 'search'}>
          <Icon name="search" />
          <input
            id={id}
            type="search"
            name={name}
            value={value}
            maxLength={500}
            autocomplete="off"
            enterkeyhint="search"
            placeholder={placeholder ?? t('ui.search.placeholder')}
            aria-label={label ?? t('ui.search.label')}
          />
          {children}
          <button type="submit" class={hero ? 'button primary' : 'button quiet'}>
            {hero ? (
              <>
                <span class="label-long">{t('ui.search.find')}</span>
                <span class="label-short">{t('ui.search.findShort')}</span>
              </>
            ) : (
              t('ui.search.submit')
            )}
          </button>
        </div>
      </form>
    </search>
  )
}
