import type { Ctx } from '../../kernel/ctx.ts'
import { type Answers, own, type Row } from '../../kernel/form/answers.ts'
import { type FormDefinition, fieldsOf } from '../../kernel/form/definition.ts'
import { inLang } from '../../kernel/form/local-text.ts'
import { sayAnswer } from '../../kernel/form/say-answer.ts'
import { isPicked, sourcesOf } from './filling.ts'

/** An answer as people read it. */
export interface AnswerRow {
  key: string
  label: string
  /** On one line, or several for long texts; empty for tables and files. */
  text: string
  /** Of tables: a line of heads, and the rows. */
  table: { heads: string[]; rows: string[][] } | null
  files: { id: string; name: string; size: number }[]
}

/** Answers with the questions, in the reader's language, from top to bottom; what was not asked or answered is left out. */
export async function answerRows(ctx: Ctx, definition: FormDefinition, answers: Answers): Promise<AnswerRow[]> {
  const answered = fieldsOf(definition).filter((field) => own(answers, field.key) !== undefined)
  const names = await namesOfPicked(ctx, definition, answers)
  const sayings = { lang: ctx.lang, yes: ctx.t('ui.form.yes'), no: ctx.t('ui.form.no') }
  const ids = answered.flatMap((field) => (field.type === 'file' ? (answers[field.key] as string[]) : []))
  const files = await Promise.all(ids.map((id) => ctx.files.find(id)))
  return answered.map((field) => {
    const answer = answers[field.key] as NonNullable<Answers[string]>
    const row: AnswerRow = { key: field.key, label: inLang(field.label, ctx.lang), text: '', table: null, files: [] }
    if (field.type === 'file')
      row.files = files.flatMap((file) =>
        file && (answer as string[]).includes(file.id) ? [{ id: file.id, name: file.name, size: file.size }] : [],
      )
    else if (field.type === 'table')
      row.table = {
        heads: field.columns.map((column) => inLang(column.label, ctx.lang)),
        rows: (answer as Row[]).map((one) =>
          field.columns.map((column) => {
            const value = own(one, column.key)
            return value === undefined ? '' : sayAnswer(column, value, sayings)
          }),
        ),
      }
    else row.text = isPicked(field) ? (names.get(String(answer)) ?? String(answer)) : sayAnswer(field, answer, sayings)
    return row
  })
}

async function namesOfPicked(ctx: Ctx, definition: FormDefinition, answers: Answers): Promise<Map<string, string>> {
  const asked = fieldsOf(definition)
    .filter(isPicked)
    .flatMap((field) =>
      sourcesOf(ctx, field).map((source) => ({ source, value: String(own(answers, field.key) ?? '') })),
    )
    .filter(({ value }) => value !== '')
  const found = await Promise.all(asked.map(({ source, value }) => source.names(ctx, [value])))
  return new Map(found.flat().map(({ value, label }) => [value, label]))
}
