/** What a moderator may do on a site, each all that the one before may: clear the queue; set policy, reasons and standings; manage moderators. */
export const ROLES = ['moderator', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The languages of the console. */
export const LOCALES = ['en', 'zh-Hant'] as const;
export type Locale = (typeof LOCALES)[number];

/** A site that a moderator works for. */
export interface Membership {
  /** The site's id. */
  id: string;
  /** The site's name. */
  name: string;
  role: Role;
}

/** Who is signed in, and with what to prove a request. */
export interface SessionView {
  moderator: {
    id: string;
    name: string;
    email: string;
    /** `null`: as the browser asks. */
    locale: Locale | null;
  };
  sites: Membership[];
  /** To be sent as `X-CSRF-Token` with every request that changes something. */
  csrfToken: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** The ways to sign in here. */
export interface SignInOptions {
  /** Whether moderators may sign in with e-mail and password. */
  password: boolean;
  /** The newsroom's own sign-in, if there is one: its name, and where to send the browser. */
  openId: { name: string; url: string } | null;
  /** Whether there is no moderator yet, so that the one-time link is still to be used. */
  empty: boolean;
}

/** What an invitation offers, shown before it is accepted. */
export interface InvitationView {
  site: string;
  role: Role;
  /** `null` for the first admin, who names one. */
  email: string | null;
  /** ISO 8601. */
  expiresAt: string;
  /** Whether the e-mail has an account: then its password is asked for, and not a new one. Told where an invitation is looked at. */
  hasAccount?: boolean;
}

/** An invitation that was just made; the link is told once and kept nowhere. */
export interface IssuedInvitation extends InvitationView {
  id: string;
  link: string;
}

/** An open invitation in a list. */
export interface PendingInvitation extends InvitationView {
  id: string;
  invitedBy: string | null;
}

/** A moderator of a site as its admins see them. */
export interface ModeratorView {
  id: string;
  name: string;
  email: string;
  role: Role;
  signsInWith: ('password' | 'openid')[];
  /** ISO 8601; `null` if never. */
  lastSeenAt: string | null;
}

/** Why signing in by OpenID Connect failed, as `/console/sign-in?error=` tells it. */
export const OPENID_ERRORS = [
  /** The provider does not answer, or not as one should; nothing that the moderator could mend. */
  'OPENID_UNREACHABLE',
  /** The provider did not let the moderator in, or they turned back there. */
  'OPENID_REFUSED',
  /** The attempt began in another browser or too long ago, or was made up. */
  'OPENID_ATTEMPT_OVER',
  /** The provider does not vouch for the e-mail address. */
  'OPENID_EMAIL_NOT_VERIFIED',
  /** Nobody with this e-mail is a moderator here or invited to be one. */
  'OPENID_UNKNOWN_PERSON',
  /** The moderator with this e-mail has another account at the provider. */
  'OPENID_ANOTHER_ACCOUNT',
] as const;
export type OpenIdError = (typeof OPENID_ERRORS)[number];
