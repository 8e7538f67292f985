import { SET_STANDINGS, type AuthorStanding, type SetStanding } from '#contract';
import { MenuItem, MenuLabel, MenuSeparator } from '../design/menu.js';
import { useText } from '../messages/use-text.js';
import { useIsLeadOf } from '../session/use-session.js';

/** What a moderator has set, as far as a standing tells: the others follow from what became of the comments. */
export const setStandingOf = (standing: AuthorStanding): SetStanding | null =>
  SET_STANDINGS.find((set) => set === standing) ?? null;

interface StandingItemsProps {
  site: string;
  /** What is set now. */
  set: SetStanding | null;
  onChoose: (standing: SetStanding | 'none') => void;
}

/** What a moderator can make of an author, as items of a menu. */
export function StandingItems({ site, set, onChoose }: StandingItemsProps) {
  const text = useText();
  const isLead = useIsLeadOf(site);
  const isForLeads = (standing: SetStanding | null): boolean =>
    !isLead && (standing === 'trusted' || standing === 'banned');
  return (
    <>
      {SET_STANDINGS.map((standing) => (
        <MenuItem
          key={standing}
          disabled={
            isForLeads(standing) ||
            isForLeads(set) ||
            (set === standing && standing !== 'suspended')
          }
          {...(standing === 'banned' ? { tone: 'bad' as const } : {})}
          onSelect={() => onChoose(standing)}
        >
          {text(`standing.do.${standing}`)}
        </MenuItem>
      ))}
      {set !== null && (
        <>
          <MenuSeparator />
          <MenuItem disabled={isForLeads(set)} onSelect={() => onChoose('none')}>
            {text('standing.do.none')}
          </MenuItem>
        </>
      )}
      {!isLead && <MenuLabel>{text('standing.lead-only')}</MenuLabel>}
    </>
  );
}
