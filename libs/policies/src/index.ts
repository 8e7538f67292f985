export { PoliciesModule } from './policies.module.js';
export {
  PoliciesService,
  type PolicyScope,
  scopeKey,
  type VersionedPolicy,
} from './policies.service.js';
