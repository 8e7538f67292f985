import { Keyboard, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { Menu, MenuItem } from '../design/menu.js';
import { KeyList } from '../keyboard/key-list.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useLiveState } from '../live/stream.js';
import { useText } from '../messages/use-text.js';
import { useStoredChoice } from '../settings/stored-choice.js';
import { THEMES, theme } from '../settings/theme.js';
import styles from './rail.module.css';

const ICONS = { system: <Monitor size={16} />, light: <Sun size={16} />, dark: <Moon size={16} /> };

/** Whether the page is live, the theme, and the list of keys. */
export function RailTools() {
  const text = useText();
  const live = useLiveState();
  const chosen = useStoredChoice(theme);
  return (
    <div className={styles['tools']}>
      <span>
        <i className={`${styles['dot']} ${styles[live] ?? ''}`} />
        {text(`live.${live}`)}
      </span>
      <KeyListButton />
      <Menu
        align="end"
        trigger={<Button look="ghost" icon={ICONS[chosen]} aria-label={text('theme')} />}
      >
        {THEMES.map((name) => (
          <MenuItem key={name} onSelect={() => theme.set(name)}>
            {ICONS[name]}
            {text(`theme.${name}`)}
            {name === chosen && <span className="visually-hidden">{text('chosen')}</span>}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

function KeyListButton() {
  const text = useText();
  const [open, setOpen] = useState(false);
  useShortcuts({ help: () => setOpen(true) });
  return (
    <>
      <Button
        look="ghost"
        icon={<Keyboard size={16} />}
        aria-label={text('keys.title')}
        onClick={() => setOpen(true)}
      />
      {open && <KeyList onClose={() => setOpen(false)} />}
    </>
  );
}
