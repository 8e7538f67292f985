import type { QueryClient } from '@tanstack/react-query';
import { setCsrfToken } from '../api/request.js';

/** Forgets all that the moderator who has just left could see. */
export function forgetSession(queries: QueryClient): void {
  setCsrfToken(null);
  // The page that they came to is already asking how to sign in.
  queries.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'sign-in' });
}
