// Checks the demonstration content: every reference leads somewhere, every article is complete, pictures have words.
// Run: node scripts/demo-validate.mjs [folder]   (default: demo). Ends with 1 when something is wrong.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = process.argv[2] ?? 'demo'
const languages = ['de', 'en', 'el']
const kinds = ['faq', 'how-to', 'known-error', 'policy', 'manual', 'news']
const largestPicture = 60 * 1024
const required = [
  'id',
  'kind',
  'title',
  'summary',
  'slug',
  'category',
  'tags',
  'products',
  'keywords',
  'audience',
  'owner',
  'checked',
]

const problems = []
const complain = (where, what) => problems.push(`${where}: ${what}`)
const read = (path) => readFileSync(join(root, path), 'utf8')
const folders = (path) =>
  !existsSync(join(root, path))
    ? []
    : readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)

const people = parse(read('people.yaml'))
const categories = flatten(parse(read('categories.yaml')))
const known = {
  category: new Set(categories.map((category) => category.path)),
  products: new Set(parse(read('products.yaml')).map((product) => product.key)),
  audience: new Set(parse(read('audiences.yaml')).map((audience) => audience.key)),
  owner: new Set(people.people.map((person) => person.key)),
  pages: new Set([...folders('pages'), 'contact']),
}
const articles = folders('articles').flatMap((id) =>
  readdirSync(join(root, 'articles', id)).map((file) => readArticle(id, file)),
)
const byId = Map.groupBy(articles, (article) => article.id)

checkTree()
checkPeople()
for (const article of articles) checkArticle(article)
checkSlugs()
checkPortals()
checkPages()
checkPictures()
checkDocuments()
report()

function flatten(nodes, above = '') {
  return nodes.flatMap((node) => {
    const path = above ? `${above}/${node.key}` : node.key
    return [{ ...node, path }, ...flatten(node.children ?? [], path)]
  })
}

function readArticle(id, file) {
  const where = `articles/${id}/${file}`
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(where))
  if (!parts) {
    complain(where, 'has no front matter')
    return { id, where, lang: file.slice(0, 2), front: {}, body: '' }
  }
  return { id, where, lang: file.slice(0, 2), front: parse(parts[1]), body: parts[2] }
}

function checkTree() {
  for (const category of categories) {
    for (const field of ['title', 'description', 'slug'])
      checkWords(`category ${category.path}`, field, category[field])
    checkIcon(`category ${category.path}`, category.icon)
    if (category.audience && !known.audience.has(category.audience))
      complain(category.path, `unknown audience ${category.audience}`)
  }
}

function checkPeople() {
  const teams = new Set(people.teams.map((team) => team.key))
  const organisations = new Set(people.organisations.map((organisation) => organisation.key))
  for (const person of people.people) {
    if (person.team && !teams.has(person.team)) complain(person.key, `unknown team ${person.team}`)
    if (person.organisation && !organisations.has(person.organisation))
      complain(person.key, `unknown organisation ${person.organisation}`)
    if (!person.email.endsWith('@lindaubrueck.example')) complain(person.key, 'mail address is not fictitious')
  }
}

function checkArticle({ id, where, lang, front, body }) {
  for (const field of required)
    if (front[field] === undefined || front[field] === '' || front[field]?.length === 0)
      complain(where, `${field} is missing`)
  if (front.id !== id) complain(where, `id ${front.id} is not the name of its folder`)
  if (!languages.includes(lang)) complain(where, `language ${lang} is not one of ours`)
  if (!kinds.includes(front.kind)) complain(where, `unknown kind ${front.kind}`)
  if (!known.category.has(front.category)) complain(where, `unknown category ${front.category}`)
  if (!known.audience.has(front.audience)) complain(where, `unknown audience ${front.audience}`)
  if (!known.owner.has(front.owner)) complain(where, `unknown owner ${front.owner}`)
  for (const product of front.products ?? [])
    if (!known.products.has(product)) complain(where, `unknown product ${product}`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(front.slug)) complain(where, `slug ${front.slug} is not plain`)
  if ((front.summary ?? '').length > 200)
    complain(where, `summary has ${front.summary.length} characters, more than 200`)
  const details = ['symptom', 'cause', 'workaround', 'fixedIn']
  for (const field of details)
    if ((front.kind === 'known-error') !== Boolean(front[field]))
      complain(where, `${field} does not fit the kind ${front.kind}`)
  const text = [body, ...details.map((field) => front[field] ?? '')].join('\n')
  checkText(where, text, lang)
  if (front.audience === 'everyone') checkPublicLinks(where, text)
}

/** What everybody may read must not lead to what only some may read. */
function checkPublicLinks(where, text) {
  for (const [, id] of text.matchAll(/\(article:([a-z0-9-]+)/g)) {
    const audience = byId.get(id)?.[0].front.audience
    if (audience && audience !== 'everyone') complain(where, `leads everybody to ${id}, which is for ${audience}`)
  }
}

function checkText(where, text, lang) {
  let depth = 1
  for (const [, marks] of text.matchAll(/^(#+) /gm)) {
    if (marks.length === 1) complain(where, 'has a first-level heading, the title is one already')
    if (marks.length > depth + 1) complain(where, `heading jumps from level ${depth} to ${marks.length}`)
    depth = marks.length
  }
  for (const [, alt, target] of text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
    if (!alt.trim()) complain(where, `picture ${target} has no words`)
    if (!target.startsWith('picture:')) complain(where, `picture ${target} is not picture:…`)
    else if (!existsSync(join(root, 'pictures', target.slice(8)))) complain(where, `picture ${target} does not exist`)
  }
  for (const [, words, target] of text.matchAll(/(?<!!)\[([^\]]+)\]\(([^)]+)\)/g)) {
    const problem = linkProblem(target, lang)
    if (problem) complain(where, `link “${words}”: ${problem}`)
  }
  if (/\(article:|\(picture:/.test(text.replaceAll(/!?\[[^\]]*\]\([^)]+\)/g, '')))
    complain(where, 'has a broken link mark')
}

function linkProblem(target, lang) {
  const page = /^\/([a-z]+)$/.exec(target)?.[1]
  if (page) return known.pages.has(page) ? undefined : `page ${page} does not exist`
  const flow = /^page:\/guided-help\/([a-z0-9-]+)$/.exec(target)?.[1]
  if (flow) return existsSync(join(root, 'flows', `${flow}.yaml`)) ? undefined : `flow ${flow} does not exist`
  const parts = /^(article|category|document|search):([^#]*)(?:#(.*))?$/.exec(target)
  if (!parts) return /^(https?|mailto):/.test(target) ? undefined : `${target} has an unknown form`
  const [, kind, name, anchor] = parts
  if (kind === 'category' && !known.category.has(name)) return `category ${name} does not exist`
  if (kind === 'document' && !existsSync(join(root, 'documents', name))) return `document ${name} does not exist`
  if (kind === 'article') {
    const versions = byId.get(name)
    if (!versions) return `article ${name} does not exist`
    const shown = versions.find((version) => version.lang === lang) ?? versions[0]
    if (anchor && !anchors(shown.body).has(anchor)) return `article ${name} has no heading #${anchor}`
  }
}

function anchors(body) {
  return new Set(
    [...body.matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
      words
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, ''),
    ),
  )
}

function checkSlugs() {
  const seen = new Map()
  for (const { lang, front, where } of articles) {
    const key = `${lang} ${front.slug}`
    if (seen.has(key)) complain(where, `slug ${front.slug} is taken by ${seen.get(key)}`)
    seen.set(key, where)
  }
}

function checkPortals() {
  const hours = parse(read('business-hours.yaml'))
  for (const portal of parse(read('portals.yaml'))) {
    const where = `portal ${portal.key}`
    if (!existsSync(join(root, portal.logo))) complain(where, `logo ${portal.logo} does not exist`)
    if (!hours[portal.businessHours]) complain(where, `unknown business hours ${portal.businessHours}`)
    if (!known.audience.has(portal.audience)) complain(where, `unknown audience ${portal.audience}`)
    for (const field of ['greeting', 'lead', 'placeholder']) checkWords(where, field, portal.home[field])
    for (const item of [...portal.home.asked, ...portal.home.tiles, ...portal.home.popular]) {
      const problem = linkProblem(item.link, 'de')
      if (problem) complain(where, problem)
      checkWords(where, item.link, item.title ?? item.text)
      if (item.icon) checkIcon(where, item.icon)
    }
  }
}

function checkPages() {
  for (const page of folders('pages')) {
    for (const lang of languages) {
      const where = `pages/${page}/${lang}.md`
      if (!existsSync(join(root, where))) complain(where, 'is missing')
      else checkText(where, read(where).replace(/^---\n[\s\S]*?\n---\n/, ''), lang)
    }
  }
}

function checkPictures() {
  const used = articles.map((article) => article.body).join('\n')
  const services = read('services.yaml')
  for (const file of (existsSync(join(root, 'pictures')) ? readdirSync(join(root, 'pictures')) : []).filter((name) =>
    name.endsWith('.webp'),
  )) {
    const size = statSync(join(root, 'pictures', file)).size
    if (size > largestPicture) complain(`pictures/${file}`, `has ${size} bytes, more than ${largestPicture}`)
    if (!existsSync(join(root, 'pictures/src', file.replace('.webp', '.svg'))))
      complain(`pictures/${file}`, 'has no source')
    if (!used.includes(`picture:${file}`) && !services.includes(`picture: ${file}`))
      complain(`pictures/${file}`, 'is not used')
  }
}

function checkDocuments() {
  for (const document of parse(read('documents.yaml'))) {
    const where = `document ${document.key}`
    if (!existsSync(join(root, 'documents', document.file))) complain(where, `${document.file} does not exist`)
    if (!known.category.has(document.category)) complain(where, `unknown category ${document.category}`)
    if (!known.audience.has(document.audience)) complain(where, `unknown audience ${document.audience}`)
    if (!known.owner.has(document.owner)) complain(where, `unknown owner ${document.owner}`)
    for (const product of document.products)
      if (!known.products.has(product)) complain(where, `unknown product ${product}`)
  }
}

function checkWords(where, field, words) {
  for (const lang of languages) if (!words?.[lang]) complain(where, `${field} is missing in ${lang}`)
}

function checkIcon(where, icon) {
  if (!existsSync(join('node_modules/lucide-static/icons', `${icon}.svg`)))
    complain(where, `icon ${icon} does not exist`)
}

function report() {
  const count = (lang, test) => articles.filter((article) => article.lang === lang && test(article)).length
  const line = (name, test) =>
    console.log(name.padEnd(18), ...languages.map((lang) => String(count(lang, test)).padStart(4)))
  console.log('articles'.padEnd(18), ...languages.map((lang) => lang.padStart(4)))
  line('all', () => true)
  for (const kind of kinds) line(kind, (article) => article.front.kind === kind)
  for (const audience of known.audience) line(`for ${audience}`, (article) => article.front.audience === audience)
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'no problems' : `${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
