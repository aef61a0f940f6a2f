const content = ['catalogue', 'accounts', 'bookings', 'workforce']
/** Slices that let people fill in forms. */
const filling = ['requests', 'flows']
/** The rules of forms, the same in the browser and on the server: without zod. */
const formRules =
  '^src/kernel/form/(answers|condition|expression|local-text|parse-expression|read-answers|say-answer|value-rules)\\.ts$'
const inside = (slice) => `^src/slices/${slice}/`
/** Tests may reach anything. */
const tests = '/test/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle of files cannot be understood one file at a time.',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-is-pure',
      comment:
        'The kernel knows nothing but itself, zod, and the types of kysely and of the tables; of node:net only lists of addresses.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: {
        pathNot: ['^src/kernel/', '^src/generated/', '^node_modules/(zod|kysely)/', '^(node:)?(crypto|stream|net)$'],
      },
    },
    {
      name: 'platform-to-kernel',
      comment: 'The platform serves the kernel and knows no slice, no channel.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/(platform|kernel|generated)/'] },
    },
    {
      name: 'ui-is-pure',
      comment: 'The design system takes everything through its properties.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/(ui|kernel|generated)/'] },
    },
    {
      name: 'slices-know-no-channel',
      comment: 'Slices get platform services through ctx, and never know who asks.',
      severity: 'error',
      from: { path: '^src/slices/', pathNot: tests },
      to: { path: '^src/(platform|adapters)/|^src/(app|main|cli|migrations)\\.ts$' },
    },
    {
      name: 'slices-through-the-door',
      comment: 'Another slice is reached through its index.ts only.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: tests },
      to: { path: '^src/slices/[^/]+/', pathNot: ['^src/slices/$1/', '^src/slices/[^/]+/index\\.ts$'] },
    },
    {
      name: 'slices-in-one-direction',
      comment:
        'Everybody may know identity; requests and flows may know forms; catalogue, accounts, bookings and workforce may know both; nothing else.',
      severity: 'error',
      from: { path: '^src/slices/([^/]+)/', pathNot: [tests, ...[...content, ...filling].map(inside)] },
      to: { path: '^src/slices/', pathNot: ['^src/slices/$1/', inside('identity')] },
    },
    {
      name: 'content-slices-in-one-direction',
      severity: 'error',
      from: { path: `^src/slices/(${content.join('|')})/`, pathNot: tests },
      to: {
        path: '^src/slices/',
        pathNot: ['^src/slices/$1/', inside('identity'), inside('forms'), inside('requests')],
      },
    },
    {
      name: 'slices-with-forms-in-one-direction',
      severity: 'error',
      from: { path: `^src/slices/(${filling.join('|')})/`, pathNot: tests },
      to: { path: '^src/slices/', pathNot: ['^src/slices/$1/', inside('identity'), inside('forms')] },
    },
    {
      name: 'identity-knows-nobody',
      severity: 'error',
      from: { path: inside('identity'), pathNot: tests },
      to: { path: '^src/slices/', pathNot: inside('identity') },
    },
    {
      name: 'store-and-rules-below',
      comment: 'Inside a slice pages and operations use store and rules, never the other way round.',
      severity: 'error',
      from: { path: '^src/slices/[^/]+/(store|rules)', pathNot: tests },
      to: { path: '^src/slices/[^/]+/(pages|operations|islands)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^src/slices/[^/]+/rules', pathNot: tests },
      to: { path: '^src/slices/[^/]+/store' },
    },
    {
      name: 'islands-are-light',
      comment: 'What runs in the browser takes types from the kernel, components from src/ui, and npm packages.',
      severity: 'error',
      from: { path: '/islands/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/ui/', '/islands/', '^src/kernel/', '^src/generated/'] },
    },
    {
      name: 'islands-take-only-types-of-the-kernel',
      severity: 'error',
      from: { path: '/islands/', pathNot: tests },
      to: { path: '^src/kernel/', pathNot: formRules, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'form-rules-are-light',
      comment: 'They run in the browser too.',
      severity: 'error',
      from: { path: formRules },
      to: {
        path: ['^node_modules/', '^src/'],
        pathNot: [formRules, '^src/kernel/lang\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'adapters-through-the-door',
      severity: 'error',
      from: { path: '^src/adapters/', pathNot: tests },
      to: {
        path: '^src/',
        pathNot: ['^src/adapters/', '^src/(kernel|ui|generated)/', '^src/platform/', '^src/slices/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'adapters-take-only-types-of-the-platform',
      severity: 'error',
      from: { path: '^src/adapters/', pathNot: tests },
      to: { path: '^src/platform/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?raw$', '^\\./types/', '\\.css'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.test\\.tsx?$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
