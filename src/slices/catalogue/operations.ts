import type { Operation } from '../../kernel/operation.ts'
import { compare } from './operations/compare.ts'
import { compareVersions } from './operations/compare-versions.ts'
import { continueAnnouncement } from './operations/continue-announcement.ts'
import { createService } from './operations/create-service.ts'
import { exportService } from './operations/export-service.ts'
import { findArticles } from './operations/find-articles.ts'
import { importService } from './operations/import-service.ts'
import { list } from './operations/list.ts'
import { listAnnouncements } from './operations/list-announcements.ts'
import { listCategoriesForKeeping } from './operations/list-categories-for-keeping.ts'
import { listForEditing } from './operations/list-for-editing.ts'
import { listOwn } from './operations/list-own.ts'
import { listPeopleToPreview } from './operations/list-people-to-preview.ts'
import { previewService } from './operations/preview-service.ts'
import { publishService } from './operations/publish-service.ts'
import { read } from './operations/read.ts'
import { readBanners } from './operations/read-banners.ts'
import { readForEditing } from './operations/read-for-editing.ts'
import { readStatus } from './operations/read-status.ts'
import { removeCategory } from './operations/remove-category.ts'
import { restoreVersion } from './operations/restore-version.ts'
import { retireService } from './operations/retire-service.ts'
import { saveAnnouncement } from './operations/save-announcement.ts'
import { saveCategory } from './operations/save-category.ts'
import { saveVersion } from './operations/save-version.ts'
import { setFavourite } from './operations/set-favourite.ts'

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
]
