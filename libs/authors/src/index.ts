export { AuthorCardsService } from './author-cards.service.js';
export { AuthorStandingsService, type StandingChange } from './author-standings.service.js';
export { type AuthorRef, summarizeAuthors } from './author-summaries.js';
export { AuthorsModule } from './authors.module.js';
export { RejectOpenService } from './reject-open.service.js';
