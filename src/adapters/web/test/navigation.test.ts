import { expect, it } from 'vitest'
import { navigation } from '../../../slices.ts'
import { isIconName } from '../../../ui/icon-names.ts'

it.each(navigation.map(({ path, icon }) => [path, icon]))('%s has an icon that there is', (_path, icon) => {
  expect(isIconName(icon), icon).toBe(true)
})
