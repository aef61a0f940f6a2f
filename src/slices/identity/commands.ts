import { system } from '../../kernel/actor.ts'
import { type Command, type CommandLine, UsageProblem } from '../../kernel/command.ts'
import { isLang } from '../../kernel/lang.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { listPeople } from './operations/list-people.ts'
import { makeAdministrator } from './operations/make-administrator.ts'
import { makePasswordLink } from './operations/make-password-link.ts'
import { makeSetUpCode } from './set-up/index.ts'

const call = { actor: system(), lang: 'en' } as const

/** `theke user`: for whoever operates the machine, when nobody can sign in (yet). */
export const commands: Command[] = [
  {
    name: 'user',
    summary: 'List people, make an administrator, a link for choosing a new password, or a code for the set-up page',
    usage:
      'list [words] | administrator <address> [--name "Full Name"] [--lang de|en|el] | link <address> | set-up-code',
    async run(line) {
      const [what, ...rest] = line.words
      try {
        if (what === 'list') await list(line, rest.join(' '))
        else if (what === 'administrator' && rest[0]) await administrator(line, rest[0])
        else if (what === 'link' && rest[0]) await link(line, rest[0])
        else if (what === 'set-up-code') await setUpCode(line)
        else throw new UsageProblem('Say what to do: list, administrator, link or set-up-code.')
      } catch (error) {
        if (error instanceof Refusal) throw new UsageProblem(reasonOf(error))
        throw error
      }
    },
  },
]

async function list({ runner, say }: CommandLine, q: string) {
  let cursor: string | undefined
  do {
    const page = await runner.run(listPeople, call, { q: q || undefined, cursor, limit: 100 })
    for (const person of page.items)
      say(`${person.email}  ${person.name}  ${person.state}  ${person.roles.map((role) => role.key).join(', ')}`)
    cursor = page.next ?? undefined
  } while (cursor)
}

async function administrator({ runner, say, options }: CommandLine, email: string) {
  const name = typeof options['name'] === 'string' ? options['name'] : (email.split('@')[0] ?? email)
  const lang = isLang(options['lang']) ? options['lang'] : 'de'
  const { link } = await runner.run(makeAdministrator, call, { email, name, language: lang })
  say(`${email} is an administrator. Choose a password here, within a day:`)
  say(link)
}

async function link({ runner, say }: CommandLine, email: string) {
  const made = await runner.run(makePasswordLink, call, { email })
  say('Choose a new password here, within a day:')
  say(made.link)
}

async function setUpCode({ runner, say }: CommandLine) {
  const { code, address } = await runner.run(makeSetUpCode, call, {})
  say(`Open ${address} and enter this code (the one before no longer works):`)
  say(`\n  ${code}\n`)
}

function reasonOf(refusal: Refusal): string {
  if (refusal.reason === 'identity.set_up_done')
    return 'Theke is set up already. `theke user administrator` makes administrators.'
  if (refusal.code === 'not_found')
    return 'Nobody who can sign in has this address. `theke user list` shows who there is.'
  return `That address cannot be used (${refusal.issues.map((issue) => issue.path.join('.')).join(', ') || refusal.code}).`
}
