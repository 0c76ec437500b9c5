/**
 * The endpoint table as the browser reads it: a line for each row instead of an object, and only what a browser asks of
 * it; what the board and the frame around every page never ask waits in a file of its own (`later-routes.ts`).
 */
import type { Idempotency, Method, Route } from './endpoint.ts';

/** By their places in these. */
const METHODS: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const CLASSES: readonly Idempotency[] = ['none', 'key', 'versions', 'natural'];

/** What the board and the frame around it ask for; all of it is read with the first page. */
const FIRST_AREAS = new Set(
  'session events setup board timeOff nonJobEvents shifts customers locations contacts calls capacity jobs appointments drafts history moves operations presence map notes messages files views'.split(
    ' ',
  ),
);
/** Of other areas: who may see a place of the navigation, and what the board and its parts link to. */
const FIRST_OF_OTHERS = new Set([
  'bills.list',
  'books.list',
  'imports.list',
  'invoices.list',
  'laborCosts.list',
  'payables.list',
  'payments.list',
  'projects.list',
  'projects.ofJob',
  'purchasing.list',
  'purchaseOrders.create',
  'purchaseOrders.get',
  'purchaseOrders.list',
  'receivables.ageing',
  'setupRecords.create',
  'setupRecords.list',
  'skus.create',
  'skus.list',
  'timesheets.list',
  'users.list',
  'vendorReturns.list',
  'vendors.create',
  'vendors.list',
  'workPatterns.create',
  'workPatterns.list',
]);
export const isFirst = (name: string): boolean =>
  FIRST_AREAS.has(name.slice(0, name.indexOf('.'))) || FIRST_OF_OTHERS.has(name);

type Rows = Readonly<Record<string, Route>>;
const chosen = (routes: Rows, isMeant: (name: string) => boolean): Rows =>
  Object.fromEntries(Object.entries(routes).filter(([name]) => isMeant(name)));

/**
 * The text of a module with the same two names as `routes.ts`, put in its place by the build (vite.config.ts). A row has
 * `method`, `path`, `roles` and `idempotency`; what the server alone needs (limits, who answers) and its words for audit
 * and documentation stay behind (the page of roles asks the server for the words: src/web/data/endpoint-words.ts). Most
 * paths say again what the name says, so a row has what its path has besides: five bytes of the board's first load for
 * `purchaseOrders.approve` at `/api/purchase-orders/:id/approve`.
 */
export const packedRoutes = (all: Rows): string => {
  const { audiences, lines } = packed(chosen(all, isFirst));
  return `const kebab = (name) => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
export const unpack = (audiences, lines) => {
  let area = '';
  return Object.fromEntries(lines.split('\\n').map((line) => {
    const [name, rest, method, idempotency, audience] = line.split(' ');
    const [of, verb] = name.split('.');
    area = of || area;
    const path = rest.replace('~', '/api/' + kebab(area)).replace('#', '/:id').replace('=', '/' + kebab(verb));
    return [area + '.' + verb, {
      path,
      method: ${JSON.stringify(METHODS)}[method],
      idempotency: ${JSON.stringify(CLASSES)}[idempotency],
      roles: audiences[audience],
    }];
  }));
};
export const routes = unpack(${audiences}, ${lines});
export const endpointNames = Object.keys(routes);
`;
};

/** The text that takes the place of `later-routes.ts`: the other rows, put into the same table. */
export const packedLaterRoutes = (all: Rows): string => {
  const { audiences, lines } = packed(chosen(all, (name) => !isFirst(name)));
  return `import { endpointNames, routes, unpack } from './routes.ts';
const later = unpack(${audiences}, ${lines});
Object.assign(routes, later);
endpointNames.push(...Object.keys(later));
`;
};

/** As the source of two values: who may call, and a line for each row that names them by their place. */
function packed(routes: Rows): { readonly audiences: string; readonly lines: string } {
  const audiences: string[] = [];
  let area = '';
  const lines = Object.entries(routes).map(([name, { method, path, roles, idempotency }]) => {
    const [of = '', verb = ''] = name.split('.');
    const audience = JSON.stringify(roles);
    if (!audiences.includes(audience)) audiences.push(audience);
    const line = [
      `${of === area ? '' : of}.${verb}`,
      packedPath(path, of, verb),
      METHODS.indexOf(method),
      CLASSES.indexOf(idempotency),
      audiences.indexOf(audience),
    ].join(' ');
    area = of;
    return line;
  });
  return { audiences: `[${audiences.join(',')}]`, lines: JSON.stringify(lines.join('\n')) };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `~` the area's own path, `#` the record's id, `=` the verb; each at most once, and only where it says the same. */
function packedPath(path: string, area: string, verb: string): string {
  const base = `/api/${kebab(area)}`;
  const isBelow = path === base || path.startsWith(`${base}/`);
  const own = isBelow ? `~${path.slice(base.length)}` : path;
  const withId = own.replace(/\/:id(?=\/|$)/, '#');
  const end = `/${kebab(verb)}`;
  return withId.endsWith(end) ? `${withId.slice(0, -end.length)}=` : withId;
}
