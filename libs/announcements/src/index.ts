export {
  type Announcement,
  type ArticleRef,
  KEPT_SECONDS,
  type LogPosition,
} from './announcement.js';
export {
  announce,
  announceArticle,
  AnnouncementLog,
  forgetAnnouncements,
} from './announcement-log.js';
export { AnnouncementsModule } from './announcements.module.js';
export { ArticleChanges } from './article-changes.js';
export { ArticleMemory } from './article-memory.js';
