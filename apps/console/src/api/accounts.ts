import type {
  InvitationView,
  IssuedInvitation,
  Locale,
  ModeratorView,
  PendingInvitation,
  Role,
  SessionView,
  SignInOptions,
} from '#contract';
import { request } from './request.js';

export const fetchSession = (): Promise<SessionView> => request('GET', '/session');
export const fetchSignInOptions = (): Promise<SignInOptions> => request('GET', '/sign-in');
export const signIn = (body: { email: string; password: string }): Promise<SessionView> =>
  request('POST', '/session', { body });
export const signOut = (): Promise<void> => request('DELETE', '/session');
export const signOutEverywhere = (): Promise<void> => request('DELETE', '/sessions');
export const changeAccount = (body: {
  name?: string;
  locale?: Locale | null;
}): Promise<SessionView> => request('PATCH', '/session', { body });
export const changePassword = (body: { current: string; next: string }): Promise<void> =>
  request('POST', '/session/password', { body });

export const lookAtInvitation = (token: string): Promise<InvitationView> =>
  request('POST', '/invitations/look', { body: { token } });
export const acceptInvitation = (body: {
  token: string;
  email?: string;
  name?: string;
  password: string;
}): Promise<SessionView> => request('POST', '/invitations/accept', { body });

export const fetchModerators = (site: string): Promise<ModeratorView[]> =>
  request('GET', '/moderators', { query: { site } });
export const changeRole = (id: string, site: string, role: Role): Promise<void> =>
  request('PATCH', `/moderators/${id}`, { query: { site }, body: { role } });
export const removeModerator = (id: string, site: string): Promise<void> =>
  request('DELETE', `/moderators/${id}`, { query: { site } });
export const endSessionsOf = (id: string): Promise<void> =>
  request('DELETE', `/moderators/${id}/sessions`);
export const fetchInvitations = (site: string): Promise<PendingInvitation[]> =>
  request('GET', '/moderators/invitations', { query: { site } });
export const invite = (body: {
  email: string;
  role: Role;
  site: string;
}): Promise<IssuedInvitation> => request('POST', '/moderators/invitations', { body });
export const withdrawInvitation = (id: string): Promise<void> =>
  request('DELETE', `/moderators/invitations/${id}`);
