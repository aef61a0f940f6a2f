import type { Answerable } from '../../../kernel/answerable.ts'
import { myOrders } from './my-orders.ts'
import { myServices } from './my-services.ts'

/** What people may ask about what they have and what they ordered. */
export const answerables: readonly Answerable[] = [myOrders, myServices]
