export { ArticlesModule } from './articles.module.js';
export { type Article, type ArticleChange, ArticlesService } from './articles.service.js';
