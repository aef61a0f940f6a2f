import type { Page } from '../../ui/page.ts'
import { announcementPage } from './pages/admin/announcement.tsx'
import { announcementsPage } from './pages/admin/announcements.tsx'
import { serviceArticlesPage } from './pages/admin/articles.tsx'
import { serviceCategoriesPage, serviceCategoryPage } from './pages/admin/categories.tsx'
import { orderingPage } from './pages/admin/ordering.tsx'
import { servicePreviewPage } from './pages/admin/preview.tsx'
import { serviceApprovalPage, serviceFulfilmentPage } from './pages/admin/process.tsx'
import { editServicePage } from './pages/admin/service.tsx'
import { editedServicesPage } from './pages/admin/services.tsx'
import { serviceFilePage, serviceImportPage } from './pages/admin/transfer.tsx'
import { serviceVersionsPage } from './pages/admin/versions.tsx'
import { cartPage } from './pages/cart.tsx'
import { comparePage } from './pages/compare.tsx'
import { myServicePage } from './pages/my-service.tsx'
import { myServicesPage } from './pages/my-services.tsx'
import { orderPage } from './pages/order.tsx'
import { changeHeldPage, orderServicePage, refillItemPage } from './pages/order-service.tsx'
import { ordersPage } from './pages/orders.tsx'
import { servicePage } from './pages/service.tsx'
import { servicesPage } from './pages/services.tsx'
import { statusPage } from './pages/status.tsx'

/** The pages of the catalogue: the shop window, and its administration. */
export const pages: Page[] = [
  servicesPage,
  comparePage,
  servicePage,
  orderServicePage,
  cartPage,
  refillItemPage,
  ordersPage,
  orderPage,
  myServicesPage,
  myServicePage,
  changeHeldPage,
  statusPage,
  orderingPage,
  editedServicesPage,
  serviceImportPage,
  editServicePage,
  servicePreviewPage,
  serviceApprovalPage,
  serviceFulfilmentPage,
  serviceArticlesPage,
  serviceVersionsPage,
  serviceFilePage,
  serviceCategoriesPage,
  serviceCategoryPage,
  announcementsPage,
  announcementPage,
]
