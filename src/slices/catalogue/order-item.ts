import type { WorkingDays } from '../requests/index.ts'
import { namesOf } from './content.ts'
import type { OrderItem } from './store/orders.ts'
import type { Service } from './store/services.ts'

/** What an item brings along from the cart. */
type Brought = Pick<OrderItem, 'id' | 'quantity'> &
  Partial<Pick<OrderItem, 'formId' | 'formVersion' | 'answers' | 'heldId'>>

/** An item as it is kept: everything that was agreed, frozen. */
export function frozenItem(days: WorkingDays, orderId: string, service: Service, brought: Brought): OrderItem {
  const { definition } = service
  return {
    // Files of its answers belong to it by this id already.
    id: brought.id,
    orderId,
    serviceId: service.id,
    serviceKey: service.key,
    serviceVersion: service.version,
    names: namesOf(definition),
    quantity: brought.quantity,
    price: definition.price,
    formId: brought.formId ?? null,
    formVersion: brought.formVersion ?? null,
    answers: brought.answers ?? {},
    approval: definition.approval,
    fulfilment: definition.fulfilment,
    purpose: brought.heldId ? 'change' : 'order',
    heldId: brought.heldId ?? null,
    state: 'ordered',
    promisedOn: definition.promiseDays === null ? null : days.after(days.today, definition.promiseDays).toString(),
  }
}
