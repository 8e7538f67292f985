export { PipelineModule } from './pipeline.module.js';
export { PreviewModule } from './preview.module.js';
export { type LoadChecks, PreviewService } from './preview.service.js';
