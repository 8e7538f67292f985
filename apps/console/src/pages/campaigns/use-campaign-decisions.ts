import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CampaignCard } from '#contract';
import { decide, undoDecision, type Judgment } from '../../api/reviews.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { useConflictText } from '../../messages/use-conflict-text.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useDeskShelf } from '../../queue/desk-keeper.js';
import { useToast } from '../../shell/toast.js';

/** Decides campaigns at once and as a whole, and takes the last one back. */
export function useCampaignDecisions() {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const conflictText = useConflictText();
  const queries = useQueryClient();
  const { courier } = useDeskShelf();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<{ batch: string; campaign: string } | null>(null);

  const setShown = (campaign: string, shown: boolean): void =>
    setHidden((before) => {
      const after = new Set(before);
      if (shown) after.delete(campaign);
      else after.add(campaign);
      return after;
    });
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['live', 'campaigns'] });
    void queries.invalidateQueries({ queryKey: ['queues'] });
  };

  const undo = async (): Promise<void> => {
    if (last.current === null) return show({ text: text('toast.nothing-to-undo') });
    const { batch, campaign } = last.current;
    last.current = null;
    try {
      const { restored } = await courier.send(() => undoDecision(batch));
      setShown(campaign, true);
      show({ text: text('toast.undone', { count: restored.length }) });
    } catch (error) {
      show({ tone: 'bad', text: problemText(error) });
    }
    refresh();
  };

  const decideAll = async (campaign: CampaignCard, judgment: Judgment): Promise<void> => {
    setShown(campaign.id, false);
    try {
      const result = await courier.send(() => decide({ campaign: campaign.id }, judgment));
      const [conflict] = result.conflicts;
      if (result.id === null) {
        setShown(campaign.id, true);
        if (conflict) show({ tone: 'bad', text: conflictText(conflict) });
      } else {
        last.current = { batch: result.id, campaign: campaign.id };
        const id = judgment.action === 'approve' ? 'toast.approved' : 'toast.rejected';
        const until = result.undoableUntil === null ? null : Date.parse(result.undoableUntil);
        const count = result.decided.length;
        show({ text: text(id, { count }), undo: { run: () => void undo(), until } });
      }
    } catch (error) {
      setShown(campaign.id, true);
      show({ tone: 'bad', text: problemText(error) });
    }
    refresh();
  };

  useShortcuts({ undo: () => void undo() });
  return {
    hidden,
    decide: (campaign: CampaignCard, judgment: Judgment) => void decideAll(campaign, judgment),
  };
}
