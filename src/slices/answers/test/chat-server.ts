import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** What the server was asked: the body of the request. */
interface Asked {
  model: string
  messages: { role: string; content: string | { text: string }[] }[]
}

/** A real server that speaks the chat protocol of OpenAI as a stream, and says what the test wants. */
export async function chatServer() {
  const asked: Asked[] = []
  let answer: (response: ServerResponse) => void = says('')
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push(JSON.parse(body))
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    address: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      model: 'small',
      key: 'secret-key',
    },
    asked,
    /** Everything that the model was told last. */
    told: () => JSON.stringify(asked.at(-1)?.messages),
    /** Says this, a few letters at a time. */
    says(text: string) {
      answer = says(text)
    },
    answers(how: (response: ServerResponse) => void) {
      answer = how
    },
  }
}

function says(text: string): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) response.write(chunk({ content: piece }, null))
    response.write(chunk({}, 'stop'))
    response.end('data: [DONE]\n\n')
  }
}

/** One event of the stream. */
export function chunk(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }]
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'small', choices })}\n\n`
}
