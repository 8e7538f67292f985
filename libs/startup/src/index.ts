export { awaitServices } from './await-services.js';
export { StartupError } from './explain-failure.js';
export { runService, type Service } from './run-service.js';
export { runTool } from './run-tool.js';
