import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { AuthorCard, SetStanding } from '#contract';
import { Button } from '../../design/button.js';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../design/menu.js';
import { useText } from '../../messages/use-text.js';
import { useIsLeadOf } from '../../session/use-session.js';
import { StandingDialog } from './standing-dialog.js';

const STANDINGS = [
  'trusted',
  'premoderated',
  'suspended',
  'banned',
] as const satisfies readonly SetStanding[];

/** What a moderator can make of an author; each asks once more, for it concerns a person. */
export function StandingActions({ author }: { author: AuthorCard }) {
  const text = useText();
  const isLead = useIsLeadOf(author.site.id);
  const isForLeads = (standing: SetStanding | null): boolean =>
    !isLead && (standing === 'trusted' || standing === 'banned');
  const [wanted, setWanted] = useState<SetStanding | 'none' | null>(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            {text('standing.change')}
            <ChevronDown size={14} />
          </Button>
        }
      >
        {STANDINGS.map((standing) => (
          <MenuItem
            key={standing}
            disabled={
              isForLeads(standing) ||
              isForLeads(author.set) ||
              (author.set === standing && standing !== 'suspended')
            }
            {...(standing === 'banned' ? { tone: 'bad' as const } : {})}
            onSelect={() => setWanted(standing)}
          >
            {text(`standing.do.${standing}`)}
          </MenuItem>
        ))}
        {author.set !== null && (
          <>
            <MenuSeparator />
            <MenuItem disabled={isForLeads(author.set)} onSelect={() => setWanted('none')}>
              {text('standing.do.none')}
            </MenuItem>
          </>
        )}
        {!isLead && <MenuLabel>{text('standing.lead-only')}</MenuLabel>}
      </Menu>
      {wanted !== null && (
        <StandingDialog author={author} standing={wanted} onClose={() => setWanted(null)} />
      )}
    </>
  );
}
