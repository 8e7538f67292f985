import { useNavigate } from '@tanstack/react-router';
import type { ClaimableQueue } from '../api/reviews.js';
import { useShortcuts } from '../keyboard/shortcuts.js';

/** The keys that lead to pages, on every page. */
export function PageKeys() {
  const navigate = useNavigate();
  const queue = (name: ClaimableQueue) => () =>
    void navigate({ to: '/queue/$queue', params: { queue: name } });
  useShortcuts({
    goHeld: queue('held'),
    goReported: queue('reported'),
    goAppealed: queue('appealed'),
    goMine: queue('mine'),
    goCampaigns: () => void navigate({ to: '/campaigns' }),
    goDecided: () => void navigate({ to: '/decided' }),
    goSearch: () => void navigate({ to: '/search' }),
    search: () => void navigate({ to: '/search' }),
    goPolicy: () => void navigate({ to: '/policy' }),
    goReasons: () => void navigate({ to: '/reasons' }),
    goIntegrations: () => void navigate({ to: '/integrations' }),
    goTeam: () => void navigate({ to: '/team' }),
    goSite: () => void navigate({ to: '/site' }),
    goAudit: () => void navigate({ to: '/audit' }),
    goAccount: () => void navigate({ to: '/account' }),
  });
  return null;
}
