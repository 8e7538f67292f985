export type { CommentSearch } from './comment-search.js';
export { SearchModule } from './search.module.js';
export { type FoundPage, SearchService } from './search.service.js';
