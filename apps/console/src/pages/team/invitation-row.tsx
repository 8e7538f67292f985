import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PendingInvitation } from '#contract';
import { withdrawInvitation } from '../../api/accounts.js';
import { Badge } from '../../design/badge.js';
import { Button } from '../../design/button.js';
import { list } from '../../layout/list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { TimeAgo } from '../../text/time-ago.js';

/** An invitation that nobody has accepted yet. */
export function InvitationRow({
  invitation,
  site,
}: {
  invitation: PendingInvitation;
  site: string;
}) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawInvitation(invitation.id),
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitations', site] }),
  });
  return (
    <li>
      <div className={list.line}>
        <span className={list.strong}>{invitation.email}</span>
        <Badge>{text(`role.${invitation.role}`)}</Badge>
        {invitation.invitedBy !== null && (
          <span className={list.faint}>
            {text('team.invited-by', { name: invitation.invitedBy })}
          </span>
        )}
        <span className={list.end}>
          <span className={list.faint}>
            {text('team.expires')} <TimeAgo at={invitation.expiresAt} />
          </span>
          <Button look="ghost" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {text('team.withdraw')}
          </Button>
        </span>
      </div>
    </li>
  );
}
