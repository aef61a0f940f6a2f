import { Validator } from '@seriousme/openapi-schema-validator'
import { runnerImport } from 'vite'

// Fails when the description of the API is no valid OpenAPI 3.1.
const { module: api } = await runnerImport('./src/adapters/api/openapi.ts', {
  configFile: 'vite.config.ts',
  logLevel: 'error',
})
const { module: list } = await runnerImport('./src/slices.ts', { configFile: 'vite.config.ts', logLevel: 'error' })
const operations = list.slices.flatMap((slice) => slice.operations)
const description = api.describeApi(operations, '0.0.0', 'http://localhost:3000')
const { valid, errors } = await new Validator().validate(description)
const paths = Object.keys(description.paths).length
if (!valid || paths === 0) {
  console.error(JSON.stringify(errors ?? 'no paths', null, 2).slice(0, 5000))
  process.exit(1)
}
console.log(`${paths} paths`)
