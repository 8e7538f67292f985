import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { whenSignedOut } from '../api/request.js';
import { ShortcutProvider } from '../keyboard/shortcuts.js';
import { browserLocale, Language } from '../messages/language.js';
import { forgetSession } from '../session/forget-session.js';
import { sessionQuery } from '../session/use-session.js';
import { ToastProvider } from '../shell/toast.js';
import { makeRouter } from './router.js';

const TRIES = 2;

function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        // What the service refused it would refuse again.
        retry: (failures, error) => !(error instanceof Problem) && failures < TRIES,
      },
    },
  });
}

/** The console. */
export function App() {
  const [{ queries, router }] = useState(() => {
    const client = makeQueries();
    const pages = makeRouter(client);
    whenSignedOut(() => {
      // Asking who is signed in is no sign of having been it.
      if (client.getQueryData(sessionQuery.queryKey) === undefined) return;
      void pages
        .navigate({ to: '/sign-in', search: { out: 'ended', next: pages.state.location.href } })
        .then(() => forgetSession(client));
    });
    return { queries: client, router: pages };
  });
  return (
    <QueryClientProvider client={queries}>
      <OwnLanguage>
        <ShortcutProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ShortcutProvider>
      </OwnLanguage>
    </QueryClientProvider>
  );
}

/** The language of the account once somebody is signed in, that of the browser before. */
function OwnLanguage({ children }: { children: ReactNode }) {
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  const [fallback] = useState(() => browserLocale());
  return <Language locale={session?.moderator.locale ?? fallback}>{children}</Language>;
}
