import { Section } from './section.ts'
import { languageOf } from './text/languages.ts'
import type { Findable, Lang } from './types.ts'

export interface Place {
  section: Section
  ordinal: number
}

/** Values that a document counts for in facets, shared by all documents with the same ones. */
export interface Profile {
  kind: string
  lang: Lang
  facets: Record<string, string[]>
}

/** Who finds a document; shared by all with the same rule. */
export interface Access {
  audience: string | null
  owner: string | undefined
  readers: readonly string[] | undefined
}

/** Numbers for values that many documents share; values nobody holds any more are forgotten. */
class Shared<Value> {
  #numbers = new Map<string, number>()
  #holders: number[] = []
  #values: (Value | undefined)[] = []
  #keys: string[] = []
  #free: number[] = []

  take(key: string, make: () => Value): number {
    const number = this.#numbers.get(key) ?? this.#add(key, make())
    this.#holders[number] = (this.#holders[number] as number) + 1
    return number
  }

  leave(number: number): void {
    this.#holders[number] = (this.#holders[number] as number) - 1
    if (this.#holders[number] !== 0) return
    this.#numbers.delete(this.#keys[number] as string)
    this.#values[number] = undefined
    this.#free.push(number)
  }

  find = (key: string): number | undefined => this.#numbers.get(key)
  value = (number: number): Value => this.#values[number] as Value

  get end(): number {
    return this.#values.length
  }

  #add(key: string, value: Value): number {
    const number = this.#free.pop() ?? this.#values.length
    this.#numbers.set(key, number)
    this.#keys[number] = key
    this.#values[number] = value
    this.#holders[number] = 0
    return number
  }
}

/** All findables by id, in a section for each language. */
export class Library {
  readonly sections = new Map<Lang, Section>()
  readonly accesses = new Shared<Access>()
  readonly profiles = new Shared<Profile>()
  readonly groups = new Shared<string[]>()
  #places = new Map<string, Place>()

  get things(): number {
    return this.#places.size
  }

  place(id: string): Place | undefined {
    return this.#places.get(id)
  }

  *all(): Generator<Findable> {
    for (const { section, ordinal } of this.#places.values()) yield section.findable(ordinal)
  }

  add(findable: Findable): void {
    this.remove(findable.id)
    const language = languageOf(findable.lang)
    const section = this.sections.get(language.code) ?? new Section(language)
    this.sections.set(language.code, section)
    const { audience, owner, readers, kind, lang, facets = {} } = findable
    const access = this.accesses.take(JSON.stringify([audience, owner, readers]), () => ({ audience, owner, readers }))
    const profile = this.profiles.take(JSON.stringify([kind, lang, facets]), () => ({ kind, lang, facets }))
    const group = this.groups.take(findable.group ?? `\0${findable.id}`, () => [])
    this.groups.value(group).push(findable.id)
    // Facets are the same for many: kept once.
    const kept = findable.facets ? { ...findable, facets: this.profiles.value(profile).facets } : findable
    const ordinal = section.add(kept, access, profile, group)
    this.#places.set(findable.id, { section, ordinal })
  }

  remove(id: string): void {
    const place = this.#places.get(id)
    if (!place) return
    const { section, ordinal } = place
    const group = section.group.at(ordinal)
    const members = this.groups.value(group)
    members.splice(members.indexOf(id), 1)
    this.groups.leave(group)
    this.accesses.leave(section.access.at(ordinal))
    this.profiles.leave(section.profile.at(ordinal))
    section.remove(ordinal)
    this.#places.delete(id)
    if (section.documents === 0) this.sections.delete(section.vocabulary.language.code)
  }

  settle(): void {
    for (const section of this.sections.values()) section.settle()
  }

  /** The members of a group, ids. */
  members(group: number): readonly string[] {
    return this.groups.value(group)
  }

  get bytes(): number {
    let bytes = this.#places.size * 180 + this.accesses.end * 150 + this.profiles.end * 300 + this.groups.end * 200
    for (const section of this.sections.values()) bytes += section.bytes
    return bytes
  }
}
