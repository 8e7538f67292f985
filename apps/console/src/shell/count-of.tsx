import { useIntl } from 'react-intl';
import type { QueueSize } from '#contract';

/** `1,000+` where there are more than were counted. */
export function CountOf({ size }: { size: QueueSize }) {
  const intl = useIntl();
  return `${intl.formatNumber(size.count)}${size.more ? '+' : ''}`;
}
