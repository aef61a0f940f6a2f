import { CheckboxField } from '../components/Checkbox.tsx'
import { CheckboxGroup, RadioGroup } from '../components/ChoiceGroup.tsx'
import { DateInput } from '../components/DateInput.tsx'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { Fieldset } from '../components/Fieldset.tsx'
import { FileInput } from '../components/FileInput.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Select } from '../components/Select.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { TextInput } from '../components/TextInput.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Everything that somebody fills in, with hint, error, optional and disabled. */
export function FormSpecimens({ t, sample }: GuideProps) {
  const choices = [
    { value: 'a', label: sample.short },
    { value: 'b', label: sample.question, hint: sample.sentence },
    { value: 'c', label: sample.word, disabled: true },
  ]
  return (
    <div class="form wide">
      <Specimen title="TextInput" code="<TextInput {...form.field('subject')} label={…} hint={…} optional />">
        <TextInput t={t} name="text-plain" label={sample.short} />
        <TextInput t={t} name="text-hint" label={sample.question} hint={sample.sentence} value={sample.long} />
        <TextInput t={t} name="text-optional" label={sample.word} optional />
        <TextInput t={t} name="text-error" label={sample.short} error={sample.sentence} />
        <TextInput t={t} name="text-disabled" label={sample.short} value={sample.name} disabled />
        <TextInput t={t} name="text-affix" label={sample.short} type="number" affix="kWh" width="short" value={12843} />
      </Specimen>
      <Specimen title="TextArea" code="<TextArea {...form.field('text')} label={…} />">
        <TextArea t={t} name="area-plain" label={sample.short} value={sample.paragraph} />
        <TextArea t={t} name="area-error" label={sample.short} error={sample.sentence} />
      </Specimen>
      <Specimen title="Select" code={'<Select {...form.field(\'kind\')} options={…} empty={…} width="medium" />'}>
        <Select
          t={t}
          name="select"
          label={sample.short}
          empty="—"
          options={choices.map(({ value }) => ({ value, label: value }))}
          width="medium"
        />
        <Select
          t={t}
          name="select-error"
          label={sample.short}
          error={sample.sentence}
          options={[{ value: 'a', label: sample.long }]}
        />
      </Specimen>
      <Specimen title="RadioGroup" code="<RadioGroup {...form.field('answer')} legend={…} choices={…} boxed />">
        <RadioGroup t={t} name="radio" legend={sample.question} choices={choices} value="a" />
        <RadioGroup
          t={t}
          name="radio-boxed"
          legend={sample.question}
          hint={sample.sentence}
          choices={choices}
          value="b"
          boxed
        />
        <RadioGroup
          t={t}
          name="radio-error"
          legend={sample.question}
          error={sample.sentence}
          choices={choices.slice(0, 2)}
        />
      </Specimen>
      <Specimen
        title="CheckboxGroup, CheckboxField"
        code="<CheckboxGroup t={t} name={…} legend={…} choices={…} values={form.values('tags')} />"
      >
        <CheckboxGroup t={t} name="boxes" legend={sample.question} choices={choices} values={['a', 'b']} optional />
        <CheckboxField t={t} name="box" label={sample.sentence} hint={sample.question} />
        <CheckboxField t={t} name="box-error" label={sample.sentence} error={sample.sentence} />
      </Specimen>
      <Specimen title="DateInput" code="<DateInput {...form.field('from')} label={…} withTime />">
        <DateInput t={t} name="date" label={sample.short} value="2026-11-25" />
        <DateInput t={t} name="moment" label={sample.short} value="2026-11-25T18:42" withTime error={sample.sentence} />
      </Specimen>
      <Specimen title="FileInput" code={'<FileInput t={t} name="file" label={…} hint={…} accept="image/*" multiple />'}>
        <FileInput t={t} name="file" label={sample.short} hint={sample.sentence} optional />
      </Specimen>
      <Specimen title="Fieldset" code="<Fieldset t={t} legend={…} asHeading>…</Fieldset>">
        <Fieldset t={t} legend={sample.question} hint={sample.sentence} id="guide-set" asHeading>
          <TextInput t={t} name="set-a" label={sample.short} />
        </Fieldset>
      </Specimen>
      <Specimen title="ErrorSummary" code="<FormMessages t={t} form={form} />">
        <ErrorSummary t={t} quiet errors={[{ name: 'text-error', text: sample.sentence }, { text: sample.long }]} />
      </Specimen>
      <Specimen title="SearchField" code={"<SearchField t={t} action={call.url('/search')} hero />"}>
        <SearchField t={t} action="#forms" id="guide-search-1" label={`${t('ui.search.label')} 1`} hero />
        <SearchField
          t={t}
          action="#forms"
          id="guide-search-2"
          label={`${t('ui.search.label')} 2`}
          value={sample.question}
        />
      </Specimen>
    </div>
  )
}
