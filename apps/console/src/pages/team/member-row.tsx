import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ModeratorView, Role } from '#contract';
import { changeRole, endSessionsOf, removeModerator } from '../../api/accounts.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Menu, MenuItem } from '../../design/menu.js';
import { list } from '../../layout/list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useSession } from '../../session/use-session.js';
import { useToast } from '../../shell/toast.js';
import { TimeAgo } from '../../text/time-ago.js';
import { TEAM_ROLES } from './team-roles.js';
import styles from './team.module.css';

type Change = { role: Role } | 'remove' | 'end-sessions';

/** One moderator, with what an admin can change about them. */
export function MemberRow({ member, site }: { member: ModeratorView; site: string }) {
  const text = useText();
  const [removing, setRemoving] = useState(false);
  const self = useSession().moderator.id;
  const change = useMemberChange(member.id, site);
  const isSelf = member.id === self;
  return (
    <li>
      <div className={list.line}>
        <bdi className={list.strong}>{member.name}</bdi>
        {isSelf && <span className={list.faint}>{text('you')}</span>}
        <span className={list.faint}>{member.email}</span>
        <span className={list.end}>
          <span className={list.faint}>
            {member.lastSeenAt === null ? text('team.never') : <TimeAgo at={member.lastSeenAt} />}
          </span>
          <select
            className={styles['role']}
            aria-label={text('team.role-of', { name: member.name })}
            value={member.role}
            onChange={({ target }) => change({ role: target.value as Role })}
          >
            {TEAM_ROLES.map((name) => (
              <option key={name} value={name}>
                {text(`role.${name}`)}
              </option>
            ))}
          </select>
          <Menu
            align="end"
            trigger={
              <Button
                look="ghost"
                icon={<Ellipsis size={16} />}
                aria-label={text('team.more', { name: member.name })}
              />
            }
          >
            <MenuItem onSelect={() => change('end-sessions')}>{text('team.end-sessions')}</MenuItem>
            <MenuItem tone="bad" onSelect={() => setRemoving(true)}>
              {text('team.remove')}
            </MenuItem>
          </Menu>
        </span>
      </div>
      {removing && (
        <Dialog title={text('team.remove')} onClose={() => setRemoving(false)}>
          <p>{text('team.remove-sure', { name: member.name })}</p>
          <DialogActions>
            <Button onClick={() => setRemoving(false)}>{text('cancel')}</Button>
            <Button
              look="bad"
              onClick={() => {
                setRemoving(false);
                change('remove');
              }}
            >
              {text('team.remove')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  );
}

function useMemberChange(id: string, site: string): (change: Change) => void {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (change: Change) => {
      if (change === 'remove') return removeModerator(id, site);
      if (change === 'end-sessions') return endSessionsOf(id);
      return changeRole(id, site, change.role);
    },
    onSuccess: () => show({ text: text('saved') }),
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['moderators', site] }),
  });
  return mutate;
}
