import {
  Check,
  Ellipsis,
  Forward,
  MessageSquarePlus,
  SquareArrowOutUpRight,
  UserRoundCog,
} from 'lucide-react';
import { Button } from '../design/button.js';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.js';
import { useText } from '../messages/use-text.js';
import { useNarrow } from '../design/use-narrow.js';
import { AuthorItems } from './author-items.js';
import type { CardActions, CardMenu } from './card-actions.js';
import { RejectMenu } from './reject-menu.js';
import styles from './action-bar.module.css';

interface ActionBarProps {
  site: string;
  actions: CardActions;
  disabled: boolean;
  menu: CardMenu;
  onMenu: (menu: CardMenu) => void;
  onClosed: () => void;
}

/** The buttons under a card, with their keys. */
export function ActionBar(props: ActionBarProps) {
  const { site, actions, disabled, menu, onMenu, onClosed } = props;
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
        open={menu === 'reject'}
        onOpenChange={(open) => onMenu(open ? 'reject' : null)}
        onReject={actions.reject}
        disabled={disabled}
        shortcut="r"
        onClosed={onClosed}
      />
      <Button look="ghost" icon={<Forward size={16} />} shortcut="s" onClick={actions.skip}>
        {text('skip')}
      </Button>
      <span />
      {narrow ? <MoreActions {...props} /> : <WideActions {...props} />}
    </div>
  );
}

function WideActions({ site, actions, menu, onMenu, onClosed }: ActionBarProps) {
  const text = useText();
  const { author } = actions;
  return (
    <>
      {author !== null && (
        <Menu
          align="end"
          open={menu === 'author'}
          onOpenChange={(open) => onMenu(open ? 'author' : null)}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          trigger={
            <Button look="ghost" icon={<UserRoundCog size={16} />} shortcut="b">
              {text('author')}
            </Button>
          }
        >
          <AuthorItems site={site} author={author.summary} actions={author} />
        </Menu>
      )}
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
  );
}

/** All that has no room on a telephone; the key of the author's menu opens it as well. */
function MoreActions({ site, actions, menu, onMenu }: ActionBarProps) {
  const text = useText();
  const { author } = actions;
  return (
    <Menu
      align="end"
      open={menu === 'author'}
      onOpenChange={(open) => onMenu(open ? 'author' : null)}
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
      {author !== null && (
        <>
          <MenuSeparator />
          <AuthorItems site={site} author={author.summary} actions={author} />
        </>
      )}
    </Menu>
  );
}
