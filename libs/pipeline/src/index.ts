export { CHECKS } from './moderate.service.js';
export { PipelineModule } from './pipeline.module.js';
