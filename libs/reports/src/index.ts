export { AppealsService } from './appeals.service.js';
export { type Appeal, readAppeals } from './appeals.js';
export { summarizeReports } from './report-summaries.js';
export { ReportsModule } from './reports.module.js';
export { type Reporter, ReportsService, type SubmittedReport } from './reports.service.js';
export { type ReportsResolution, resolveReports } from './resolve-reports.js';
