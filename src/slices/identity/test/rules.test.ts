import { describe, expect, it } from 'vitest'
import { cutToScopes, deviceName, safeNext, textIn } from '../rules.ts'
import { isUserVerified } from '../sign-in/passkey-answer.ts'
import { rolesFromClaims } from '../sign-in/single-sign-on.ts'

describe('where to go after signing in', () => {
  it.each(['/de', '/de/search?q=a%20b#x', '/intern/el/account'])('may be %s', (next) => {
    expect(safeNext(next)).toBe(next)
  })

  it.each(['', 'de', '//evil', '/\\evil', '/a\\b', 'https://evil', '/a\nb', `/${'a'.repeat(3000)}`])(
    'may not be %j',
    (next) => {
      expect(safeNext(next)).toBeNull()
    },
  )
})

describe('the scopes of an API key', () => {
  it('are cut to what its person may', () => {
    expect([...cutToScopes(['knowledge.write'], ['knowledge.write', 'identity.manage'])]).toEqual(['knowledge.write'])
    expect([...cutToScopes(['*'], ['identity.manage'])]).toEqual(['identity.manage'])
    expect([...cutToScopes(['*'], [])]).toEqual([])
  })
})

describe('roles from claims', () => {
  const map = { writers: 'editor', everybody: 'employee' }

  it.each([
    [{ groups: ['writers', 'others'] }, 'groups', ['editor']],
    [{ groups: 'everybody, writers' }, 'groups', ['employee', 'editor']],
    [{ realm_access: { roles: ['everybody'] } }, 'realm_access.roles', ['employee']],
    [{ groups: 7 }, 'groups', []],
    [{}, 'a.b.c', []],
    [{ groups: ['__proto__', 'constructor'] }, 'groups', []],
  ])('%j by %s', (claims, claim, roles) => {
    expect(rolesFromClaims(claims, claim, map)).toEqual(roles)
  })
})

describe('a passkey', () => {
  const answer = (flags: number) =>
    ({
      response: { authenticatorData: Buffer.concat([Buffer.alloc(32), Buffer.from([flags])]).toString('base64url') },
    }) as never

  it('stands for two factors only when the device knew its holder', () => {
    expect(isUserVerified(answer(0b101))).toBe(true)
    expect(isUserVerified(answer(0b001))).toBe(false)
    expect(isUserVerified({ response: {} } as never)).toBe(false)
  })
})

it('falls back to another language', () => {
  expect(textIn({ en: 'Grid' }, 'el')).toBe('Grid')
  expect(textIn(null, 'de', 'key')).toBe('key')
})

it('names devices', () => {
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(deviceName(safari)).toBe('Safari · iPhone')
  expect(deviceName(null)).toBe('')
})
