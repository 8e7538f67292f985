export { PoliciesModule } from './policies.module.js';
export {
  PoliciesService,
  type PolicyScope,
  scopeKey,
  type VersionedPolicy,
} from './policies.service.js';
export { PolicyHistory } from './policy-history.service.js';
