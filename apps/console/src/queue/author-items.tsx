import { ListFilter, UserRound } from 'lucide-react';
import type { AuthorSummary } from '#contract';
import { Key } from '../design/button.js';
import { MenuItem, MenuSeparator } from '../design/menu.js';
import { useText } from '../messages/use-text.js';
import { setStandingOf, StandingItems } from '../standing/standing-items.js';
import type { AuthorActions } from './card-actions.js';

/** What can be done about the author of the card in hand, as items of a menu. */
export function AuthorItems({
  site,
  author,
  actions,
}: {
  site: string;
  author: AuthorSummary;
  actions: AuthorActions;
}) {
  const text = useText();
  return (
    <>
      <MenuItem onSelect={actions.open}>
        <UserRound size={16} />
        {text('author.open')}
        <Key name="p" />
      </MenuItem>
      <MenuItem onSelect={actions.only}>
        <ListFilter size={16} />
        {text('author.only')}
      </MenuItem>
      <MenuSeparator />
      <StandingItems
        site={site}
        set={setStandingOf(author.standing)}
        onChoose={actions.setStanding}
      />
    </>
  );
}
