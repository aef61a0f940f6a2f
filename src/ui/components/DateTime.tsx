import type { Formats } from '../formats.ts'

/** A moment in the reader's words, with weekday. `exact` in the machine's words stands in the attribute. */
export function DateTime({
  format,
  at,
  as = 'day',
}: {
  format: Formats
  at: Date | string
  as?: 'day' | 'dayShort' | 'moment' | 'time' | 'ago'
}) {
  const exact = typeof at === 'string' ? at : at.toISOString()
  return (
    <time dateTime={exact} title={as === 'ago' ? format.moment(at) : undefined}>
      {format[as](at)}
    </time>
  )
}
