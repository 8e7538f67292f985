import { useIntl } from 'react-intl';
import { useText, type MessageId } from '../../messages/use-text.js';
import type { Path } from './policy-document.js';

/** How a policy is told in words. */
export interface PolicyWords {
  /** What a value is called; its names in the policy where the catalog has none. */
  label: (path: Path) => string;
  /** What it does, in one sentence. */
  about: (path: Path) => string;
  value: (path: Path, value: unknown) => string;
}

export function usePolicyWords(): PolicyWords {
  const text = useText();
  const intl = useIntl();
  const find = (id: string): string | undefined =>
    Object.hasOwn(intl.messages, id) ? text(id as MessageId) : undefined;
  const label = (path: Path): string => {
    const [part, name, outcome] = path;
    if (part !== 'thresholds' || outcome === undefined)
      return find(`policy.field.${path.join('.')}`) ?? path.join('.');
    return `${find(`label.${name}`) ?? String(name)}: ${find(`policy.${outcome}`) ?? outcome}`;
  };
  const value = (path: Path, given: unknown): string => {
    if (given === true) return text('policy.on');
    if (given === false) return text('policy.off');
    if (given === null) return text(path[0] === 'flood' ? 'policy.no-limit' : 'policy.never');
    if (typeof given === 'number') return intl.formatNumber(given, { maximumFractionDigits: 6 });
    if (Array.isArray(given)) return given.length === 0 ? text('policy.none') : given.join(', ');
    if (given === undefined) return text('policy.none');
    const shown = typeof given === 'string' ? given : JSON.stringify(given);
    return find(`policy.choice.${path.join('.')}.${shown}`) ?? shown;
  };
  return { label, value, about: (path) => find(`policy.about.${path.join('.')}`) ?? '' };
}
