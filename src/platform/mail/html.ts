/**
 * Makes the HTML of a mail from its text: paragraphs at empty lines, addresses become links, lines beginning with `> ` a quotation,
 * lines of the form `Words → https://…` buttons.
 * Styles stand inline because mail programs drop style sheets.
 */
export function htmlOfText(text: string, about: { lang: string; subject: string; sender: string }): string {
  const blocks = text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map(blockHtml)
  const head = about.sender ? `<p style="margin:0 0 24px;font-weight:600;color:#0a5c66">${safe(about.sender)}</p>` : ''
  return `<!doctype html><html lang="${safe(about.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${safe(about.subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#fbf9f5;color:#16232a;font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #e3dfd7;border-radius:12px">${head}
${blocks.join('\n')}
</div></body></html>
`
}

const PARAGRAPH = 'margin:0 0 16px'

function blockHtml(block: string): string {
  const lines = block.split('\n')
  if (lines.every((line) => line.startsWith('>')))
    return `<blockquote style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #d3cdc2;color:#44525a">${lines.map((line) => linked(line.replace(/^>\s?/, ''))).join('<br>')}</blockquote>`
  const actions = lines.map((line) => /^(.{1,80}) → (https?:\/\/\S+)$/.exec(line))
  if (actions.every(Boolean))
    return `<p style="${PARAGRAPH}">${actions.map((action) => buttonHtml(action?.[1] ?? '', action?.[2] ?? '')).join(' ')}</p>`
  return `<p style="${PARAGRAPH}">${lines.map(linked).join('<br>')}</p>`
}

/** A line of the form `Words → https://…`. */
function buttonHtml(words: string, address: string): string {
  return `<a href="${safe(address)}" style="display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border-radius:8px;background:#0a5c66;color:#ffffff;text-decoration:none;font-weight:600">${safe(words)}</a>`
}

function linked(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${safe(part)}" style="color:#0a5c66;word-break:break-all">${safe(part)}</a>`
        : safe(part),
    )
    .join('')
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
