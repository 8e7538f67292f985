import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { Problem } from '../api/problem.js';
import { queryString, type Query } from '../api/request.js';
import { readAuditSearch } from '../pages/audit/audit-search.js';
import { readIntegrationSearch } from '../pages/integrations/integration-search.js';
import { NotFoundPage } from '../pages/not-found-page.js';
import { readPolicySearch } from '../pages/policy/policy-search.js';
import { readSearchFilters } from '../pages/search/search-filters.js';
import { readSiteSearch } from '../pages/site/site-search.js';
import { isClaimable, readFilters } from '../queue/queue-filters.js';
import { QueuePage } from '../queue/queue-page.js';
import { sessionQuery } from '../session/use-session.js';
import { LoadError } from '../shell/load-error.js';
import { Shell } from '../shell/shell.js';
import { readDoorSearch } from './door-search.js';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

function PageError({ error, reset }: ErrorComponentProps) {
  return <LoadError error={error} onRetry={reset} />;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readDoorSearch,
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.js'), 'SignInPage'),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.js'), 'WelcomePage'),
});

/** Everything behind the door. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      const next = location.href === '/' ? {} : { next: location.href };
      throw redirect({ to: '/sign-in', search: next, replace: true });
    }
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue/$queue', params: { queue: 'held' }, replace: true });
  },
});
const queue = createRoute({
  getParentRoute: () => shell,
  path: '/queue/$queue',
  params: {
    parse: ({ queue: name }) => {
      if (!isClaimable(name)) throw notFound();
      return { queue: name };
    },
  },
  validateSearch: readFilters,
  component: QueuePage,
});
const comment = createRoute({
  getParentRoute: () => shell,
  path: '/comments/$id',
  component: lazyRouteComponent(() => import('../pages/comment/comment-page.js'), 'CommentPage'),
});
const author = createRoute({
  getParentRoute: () => shell,
  path: '/authors/$id',
  component: lazyRouteComponent(() => import('../pages/author/author-page.js'), 'AuthorPage'),
});
const campaigns = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns',
  component: lazyRouteComponent(
    () => import('../pages/campaigns/campaigns-page.js'),
    'CampaignsPage',
  ),
});
const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: readSearchFilters,
  component: lazyRouteComponent(() => import('../pages/search/search-page.js'), 'SearchPage'),
});
const decided = createRoute({
  getParentRoute: () => shell,
  path: '/decided',
  component: lazyRouteComponent(() => import('../pages/decided/decided-page.js'), 'DecidedPage'),
});
const team = createRoute({
  getParentRoute: () => shell,
  path: '/team',
  component: lazyRouteComponent(() => import('../pages/team/team-page.js'), 'TeamPage'),
});
const reasons = createRoute({
  getParentRoute: () => shell,
  path: '/reasons',
  component: lazyRouteComponent(() => import('../pages/reasons/reasons-page.js'), 'ReasonsPage'),
});
const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policy',
  validateSearch: readPolicySearch,
  component: lazyRouteComponent(() => import('../pages/policy/policy-page.js'), 'PolicyPage'),
});
const integrations = createRoute({
  getParentRoute: () => shell,
  path: '/integrations',
  validateSearch: readIntegrationSearch,
  component: lazyRouteComponent(
    () => import('../pages/integrations/integrations-page.js'),
    'IntegrationsPage',
  ),
});
const site = createRoute({
  getParentRoute: () => shell,
  path: '/site',
  validateSearch: readSiteSearch,
  component: lazyRouteComponent(() => import('../pages/site/site-page.js'), 'SitePage'),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.js'), 'AuditPage'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.js'), 'AccountPage'),
});

const unknown = createRoute({
  getParentRoute: () => shell,
  path: '$',
  component: NotFoundPage,
});

const routeTree = root.addChildren([
  signIn,
  welcome,
  shell.addChildren([
    ...[home, queue, comment, author, campaigns, search],
    ...[decided, team, reasons, policy, integrations, site, audit, account, unknown],
  ]),
]);

/** The pages by their addresses, below /console. */
export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/console',
    context: { queries },
    scrollRestoration: false,
    defaultPreload: 'intent',
    // Plain addresses that one can read and write by hand; everything in them is a text.
    parseSearch: (address) => Object.fromEntries(new URLSearchParams(address)),
    stringifySearch: (values) => queryString(values as Query),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
