import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { AuthorCard, SetStanding } from '#contract';
import { Button } from '../../design/button.js';
import { Menu } from '../../design/menu.js';
import { useText } from '../../messages/use-text.js';
import { StandingDialog } from '../../standing/standing-dialog.js';
import { StandingItems } from '../../standing/standing-items.js';

/** What a moderator can make of an author; each asks once more, for it concerns a person. */
export function StandingActions({ author }: { author: AuthorCard }) {
  const text = useText();
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
        <StandingItems site={author.site.id} set={author.set} onChoose={setWanted} />
      </Menu>
      {wanted !== null && (
        <StandingDialog author={author} standing={wanted} onClose={() => setWanted(null)} />
      )}
    </>
  );
}
