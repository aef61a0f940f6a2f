import { expect, it } from 'vitest'
import { navigation, pages } from '../../../slices.ts'
import { isIconName } from '../../../ui/icon-names.ts'

it.each(navigation.map(({ path, icon }) => [path, icon]))('%s has an icon and a page that there are', (path, icon) => {
  expect(isIconName(icon), icon).toBe(true)
  expect(pages.map((page) => page.path)).toContain(path)
})
