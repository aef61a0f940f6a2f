import type { PersonalData } from '../../kernel/slice.ts'
import { filesOfItem } from './item-form.ts'
import { erasePerson, exportPerson, listItemsOf } from './store/personal.ts'

export const personalData: PersonalData = {
  tables: [
    {
      table: 'orders',
      purpose: 'What somebody ordered, for whom, at which price.',
      retention: 'Until erased; without the person for the figures.',
    },
    {
      table: 'order_items',
      purpose: 'The ordered services with the answers of their forms.',
      retention: 'As the order; answers are erased.',
    },
    { table: 'order_item_states', purpose: 'Who brought an item further.', retention: 'As the order.' },
    { table: 'carts', purpose: 'What somebody is about to order.', retention: 'Until ordered or erased.' },
    { table: 'cart_items', purpose: 'What lies in the cart, with the answers of its form.', retention: 'As the cart.' },
    { table: 'held_services', purpose: 'The services that somebody has.', retention: 'Until erased.' },
    {
      table: 'service_favourites',
      purpose: 'Services that somebody keeps at hand.',
      retention: 'Until dropped or erased.',
    },
    { table: 'services', purpose: 'Who is responsible for a service.', retention: 'As the service.' },
    { table: 'service_versions', purpose: 'Who changed a service.', retention: 'As the service.' },
    { table: 'service_announcements', purpose: 'Who announced something.', retention: 'As the announcement.' },
    { table: 'service_announcement_updates', purpose: 'Who continued it.', retention: 'As the announcement.' },
  ],
  export: (ctx, personId) => exportPerson(ctx.db, personId),
  async erase(ctx, personId) {
    for (const item of await listItemsOf(ctx.db, personId))
      for (const file of await ctx.files.of(filesOfItem(item))) await ctx.files.remove(file.id)
    await erasePerson(ctx.db, personId)
  },
}
