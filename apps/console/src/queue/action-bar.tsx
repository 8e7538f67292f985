import {
  Check,
  Ellipsis,
  Forward,
  MessageSquarePlus,
  SquareArrowOutUpRight,
  UserRound,
} from 'lucide-react';
import { Button } from '../design/button.js';
import { Menu, MenuItem } from '../design/menu.js';
import { useText } from '../messages/use-text.js';
import { useNarrow } from '../design/use-narrow.js';
import { RejectMenu } from './reject-menu.js';
import styles from './action-bar.module.css';

/** What can be done with the card in hand. */
export interface CardActions {
  approve: () => void;
  reject: (reason: string) => void;
  skip: () => void;
  note: () => void;
  open: () => void;
  /** `null` when nobody signed. */
  author: (() => void) | null;
}

interface ActionBarProps {
  site: string;
  actions: CardActions;
  disabled: boolean;
  rejecting: boolean;
  onRejecting: (open: boolean) => void;
  onClosed: () => void;
}

/** The buttons under a card, with their keys. */
export function ActionBar({
  site,
  actions,
  disabled,
  rejecting,
  onRejecting,
  onClosed,
}: ActionBarProps) {
  const text = useText();
  const narrow = useNarrow();
  return (
    <div className={styles['bar']} role="toolbar" aria-label={text('card.actions')}>
      <Button
        look="good"
        icon={<Check size={16} />}
        shortcut="a"
        disabled={disabled}
        onClick={actions.approve}
      >
        {text('approve')}
      </Button>
      <RejectMenu
        site={site}
        open={rejecting}
        onOpenChange={onRejecting}
        onReject={actions.reject}
        disabled={disabled}
        shortcut="r"
        onClosed={onClosed}
      />
      <Button look="ghost" icon={<Forward size={16} />} shortcut="s" onClick={actions.skip}>
        {text('skip')}
      </Button>
      <span />
      {narrow ? (
        <MoreActions actions={actions} />
      ) : (
        <>
          <Button
            look="ghost"
            icon={<MessageSquarePlus size={16} />}
            shortcut="n"
            onClick={actions.note}
          >
            {text('note')}
          </Button>
          <Button
            look="ghost"
            icon={<SquareArrowOutUpRight size={16} />}
            shortcut="o"
            onClick={actions.open}
          >
            {text('open')}
          </Button>
        </>
      )}
    </div>
  );
}

function MoreActions({ actions }: { actions: CardActions }) {
  const text = useText();
  return (
    <Menu
      align="end"
      trigger={<Button look="ghost" icon={<Ellipsis size={18} />} aria-label={text('more')} />}
    >
      <MenuItem onSelect={actions.note}>
        <MessageSquarePlus size={16} />
        {text('note')}
      </MenuItem>
      <MenuItem onSelect={actions.open}>
        <SquareArrowOutUpRight size={16} />
        {text('open')}
      </MenuItem>
      {actions.author !== null && (
        <MenuItem onSelect={actions.author}>
          <UserRound size={16} />
          {text('author')}
        </MenuItem>
      )}
    </Menu>
  );
}
