import type { Ctx } from '../../kernel/ctx.ts'
import type { CartItem } from './store/carts.ts'
import type { Service } from './store/services.ts'

/** Whether an item was filled in with the form that its service asks for. */
export async function isFormCurrent(_ctx: Ctx, { definition }: Service, { formId }: Pick<CartItem, 'formId'>): Promise<boolean> {
  return definition.formKey === null ? formId === null : formId !== null
}
