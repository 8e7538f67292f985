import type { PolicyInForce } from '#contract';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';

/** Which version holds here, and whose it is. */
export function InForceLine({ inForce, mayWrite }: { inForce: PolicyInForce; mayWrite: boolean }) {
  const text = useText();
  const { version, section, inherited } = inForce;
  const follows = inherited
    ? text('policy.inherited', { section })
    : section !== null && text('policy.own', { section });
  return (
    <p className={list.soft}>
      <strong>
        {version === 0 ? text('policy.in-force-shipped') : text('policy.in-force', { version })}
      </strong>{' '}
      {follows} {!mayWrite && text('policy.for-leads')}
    </p>
  );
}
