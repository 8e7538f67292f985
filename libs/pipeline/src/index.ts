export { PipelineModule } from './pipeline.module.js';
export { PreviewModule } from './preview.module.js';
export { PreviewService } from './preview.service.js';
