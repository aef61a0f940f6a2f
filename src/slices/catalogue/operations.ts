import type { Operation } from '../../kernel/operation.ts'
import { cancelHeld } from './operations/cancel-held.ts'
import { cancelItem } from './operations/cancel-item.ts'
import { changeCart } from './operations/change-cart.ts'
import { compare } from './operations/compare.ts'
import { compareVersions } from './operations/compare-versions.ts'
import { continueAnnouncement } from './operations/continue-announcement.ts'
import { createService } from './operations/create-service.ts'
import { exportService } from './operations/export-service.ts'
import { fillIn, fillInAgain, readFilledIn } from './operations/fill-in.ts'
import { findArticles } from './operations/find-articles.ts'
import { importService } from './operations/import-service.ts'
import { keepHeld } from './operations/keep-held.ts'
import { list } from './operations/list.ts'
import { listAnnouncements } from './operations/list-announcements.ts'
import { listCategoriesForKeeping } from './operations/list-categories-for-keeping.ts'
import { listForEditing } from './operations/list-for-editing.ts'
import { listHeld } from './operations/list-held.ts'
import { listOrders } from './operations/list-orders.ts'
import { listOwn } from './operations/list-own.ts'
import { listPeopleToPreview } from './operations/list-people-to-preview.ts'
import { listBeneficiaries, orderFor } from './operations/order-for.ts'
import { placeOrder } from './operations/place-order.ts'
import { previewService } from './operations/preview-service.ts'
import { publishService } from './operations/publish-service.ts'
import { putInCart } from './operations/put-in-cart.ts'
import { read } from './operations/read.ts'
import { readBanners } from './operations/read-banners.ts'
import { readCart } from './operations/read-cart.ts'
import { readForEditing } from './operations/read-for-editing.ts'
import { readHeld } from './operations/read-held.ts'
import { readOrder } from './operations/read-order.ts'
import { readStatus } from './operations/read-status.ts'
import { refillItem } from './operations/refill-item.ts'
import { removeCategory } from './operations/remove-category.ts'
import { repeatOrder } from './operations/repeat-order.ts'
import { restoreVersion } from './operations/restore-version.ts'
import { retireService } from './operations/retire-service.ts'
import { saveAnnouncement } from './operations/save-announcement.ts'
import { saveCategory } from './operations/save-category.ts'
import { saveVersion } from './operations/save-version.ts'
import { setFavourite } from './operations/set-favourite.ts'
import { readOrdering, setOrdering } from './operations/set-ordering.ts'

/** Everything that can be done with the catalogue. */
// biome-ignore lint/suspicious/noExplicitAny: operations of any input and output stand in one list
export const operations: readonly Operation<any, any>[] = [
  list,
  read,
  compare,
  readStatus,
  readBanners,
  listOwn,
  setFavourite,
  listForEditing,
  readForEditing,
  createService,
  saveVersion,
  publishService,
  retireService,
  restoreVersion,
  compareVersions,
  previewService,
  listPeopleToPreview,
  findArticles,
  exportService,
  importService,
  listCategoriesForKeeping,
  saveCategory,
  removeCategory,
  listAnnouncements,
  saveAnnouncement,
  continueAnnouncement,
  cancelHeld,
  cancelItem,
  changeCart,
  fillIn,
  fillInAgain,
  readFilledIn,
  keepHeld,
  listHeld,
  listOrders,
  listBeneficiaries,
  orderFor,
  placeOrder,
  putInCart,
  readCart,
  readHeld,
  readOrder,
  refillItem,
  repeatOrder,
  readOrdering,
  setOrdering,
]
