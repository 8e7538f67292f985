export { HistoryModule } from './history.module.js';
export { type CommentPast, HistoryService } from './history.service.js';
export { NotesService } from './notes.service.js';
