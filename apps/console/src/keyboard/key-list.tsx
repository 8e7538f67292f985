import { Fragment } from 'react';
import { CheckField } from '../design/field.js';
import { Dialog } from '../design/dialog.js';
import { useText } from '../messages/use-text.js';
import { shortcutsSwitch } from '../settings/shortcuts-switch.js';
import { useStoredChoice } from '../settings/stored-choice.js';
import { KEY_GROUPS, KEYMAP, type KeyGroup } from './keymap.js';
import { KeyName } from './key-name.js';
import styles from './key-list.module.css';

const GROUPS = Object.keys(KEY_GROUPS) as KeyGroup[];

/** All keys with what they do, and the switch for who does not want them. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text('keys.title')} wide onClose={onClose}>
      <div className={styles['groups']}>
        {GROUPS.map((group) => (
          <section key={group} className={styles['group']}>
            <h3>{text(`keys.group.${group}`)}</h3>
            <dl>
              {KEY_GROUPS[group].map((action) => (
                <div key={action} className={styles['row']}>
                  <dt>{text(`keys.${action}`)}</dt>
                  <dd>
                    {KEYMAP[action].map((name, index) => (
                      <Fragment key={name}>
                        {index > 0 && <span className={styles['or']}>{text('keys.or')}</span>}
                        <KeyName name={name} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <ShortcutsSwitch />
    </Dialog>
  );
}

/** Switches the single keys off and on. */
export function ShortcutsSwitch() {
  const text = useText();
  const state = useStoredChoice(shortcutsSwitch);
  return (
    <CheckField
      label={text('keys.switch')}
      checked={state === 'on'}
      onChange={({ target }) => shortcutsSwitch.set(target.checked ? 'on' : 'off')}
    />
  );
}
