import styles from './list.module.css';

/** The classes of a framed list: its lines, and how loud what stands in them is. */
export const list = {
  list: styles['list'],
  line: styles['line'],
  end: styles['end'],
  strong: styles['strong'],
  soft: styles['soft'],
  withIcon: styles['withIcon'],
  faint: styles['faint'],
  more: styles['more'],
};
