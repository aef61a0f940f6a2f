import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Price, type Texts } from '../content.ts'

/** What somebody is about to order, in one portal. */
export interface Cart {
  id: string
  beneficiaryId: string | null
  /** Which order it will become: grows with every order, so that sending it twice is one. */
  round: number
}

export interface CartItem {
  id: string
  serviceId: string
  /** What it was called when it was put in. */
  names: Texts
  quantity: number
  formId: string | null
  formVersion: number | null
  answers: Record<string, unknown>
  /** What it cost when it was put in. */
  price: Price
  /** Changes this one of my services. */
  heldId: string | null
}

/** Items in a cart at most. */
export const MOST_ITEMS = 50

/** The actor's cart here, made when there is none; locked until the command is done. */
export async function takeCart(ctx: Ctx): Promise<Cart> {
  const { rows } = await sql<Cart>`
    insert into carts (person_id, portal, changed_at) values (${ctx.actor.personId}::uuid, ${ctx.actor.portal}, ${ctx.now()})
    on conflict (person_id, portal) do update set changed_at = excluded.changed_at
    returning id, beneficiary_id as "beneficiaryId", round`.execute(ctx.db)
  return rows[0] as Cart
}

export async function findCart(ctx: Ctx): Promise<Cart | undefined> {
  return ctx.db
    .selectFrom('carts')
    .select(['id', 'beneficiary_id as beneficiaryId', 'round'])
    .where('person_id', '=', ctx.actor.personId)
    .where('portal', '=', ctx.actor.portal)
    .executeTakeFirst()
}

export async function listCartItems(ctx: Ctx, cartId: string): Promise<CartItem[]> {
  const rows = await ctx.db
    .selectFrom('cart_items')
    .select([
      'id',
      'service_id as serviceId',
      'names',
      'quantity',
      'form_id as formId',
      'form_version as formVersion',
      'answers',
      'price',
      'held_id as heldId',
    ])
    .where('cart_id', '=', cartId)
    .orderBy('id')
    .limit(MOST_ITEMS)
    .execute()
  return rows.map((row) => ({
    ...row,
    names: row.names as Texts,
    answers: row.answers as Record<string, unknown>,
    price: Price.parse(row.price),
  }))
}

export async function insertCartItem(
  ctx: Ctx,
  cartId: string,
  item: Omit<CartItem, 'id'> & { id: string },
): Promise<void> {
  await ctx.db
    .insertInto('cart_items')
    .values({
      id: item.id,
      cart_id: cartId,
      service_id: item.serviceId,
      names: JSON.stringify(item.names),
      quantity: item.quantity,
      form_id: item.formId,
      form_version: item.formVersion,
      answers: JSON.stringify(item.answers),
      price: JSON.stringify(item.price),
      held_id: item.heldId,
      added_at: ctx.now(),
    })
    .execute()
}

/** Changes how many; false when it is not in this cart. */
export async function setQuantity(ctx: Ctx, cartId: string, id: string, quantity: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('cart_items')
    .set({ quantity })
    .where('cart_id', '=', cartId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setAnswers(
  ctx: Ctx,
  cartId: string,
  id: string,
  { formId, formVersion, answers }: Pick<CartItem, 'formId' | 'formVersion' | 'answers'>,
): Promise<void> {
  await ctx.db
    .updateTable('cart_items')
    .set({ form_id: formId, form_version: formVersion, answers: JSON.stringify(answers) })
    .where('cart_id', '=', cartId)
    .where('id', '=', id)
    .execute()
}

export async function deleteCartItem(ctx: Ctx, cartId: string, id: string): Promise<void> {
  await ctx.db.deleteFrom('cart_items').where('cart_id', '=', cartId).where('id', '=', id).execute()
}

export async function setBeneficiary(ctx: Ctx, cartId: string, personId: string | null): Promise<void> {
  await ctx.db.updateTable('carts').set({ beneficiary_id: personId }).where('id', '=', cartId).execute()
}

/** After ordering: empty, and ready for the next one. */
export async function emptyCart(ctx: Ctx, cart: Cart): Promise<void> {
  await ctx.db.deleteFrom('cart_items').where('cart_id', '=', cart.id).execute()
  await ctx.db
    .updateTable('carts')
    .set({ round: cart.round + 1, beneficiary_id: null, changed_at: ctx.now() })
    .where('id', '=', cart.id)
    .execute()
}

/** How many items lie in the actor's cart here, and since when it is as it is; undefined when it is empty. */
export async function findFilledCart(ctx: Ctx): Promise<{ items: number; changedAt: Date } | undefined> {
  const { rows } = await sql<{ items: number; changedAt: Date }>`
    select count(*)::int as items, max(c.changed_at) as "changedAt" from carts c join cart_items i on i.cart_id = c.id
    where c.person_id = ${ctx.actor.personId}::uuid and c.portal = ${ctx.actor.portal} having count(*) > 0`.execute(
    ctx.db,
  )
  return rows[0]
}
