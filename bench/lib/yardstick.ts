import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A `node:http` process of its own that answers a buffer of so many bytes from memory: what this machine can do at most, just now. */
export async function startYardstick(bytes: number) {
  const program = `
    const body = Buffer.alloc(${bytes}, 'x')
    const server = require('node:http').createServer((q, s) => {
      s.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
      s.end(body)
    })
    server.listen(0, '127.0.0.1', () => console.log(String(server.address().port)))`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: `http://127.0.0.1:${Number(chunk.toString())}/`,
    stop: () => {
      child.kill()
    },
  }
}
