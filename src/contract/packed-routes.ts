/** The endpoint table as the browser reads it: a line for each row instead of an object, and only what a browser asks of it. */
import type { Idempotency, Method, Route } from './endpoint.ts';

/** By their places in these. */
const METHODS: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const CLASSES: readonly Idempotency[] = ['none', 'key', 'versions', 'natural'];

/**
 * The text of a module with the same two names as `routes.ts`, put in its place by the build (vite.config.ts). A row has
 * `method`, `path`, `roles` and `idempotency`; what the server alone needs (limits, who answers) and its words for audit
 * and documentation stay behind (the page of roles asks the server for the words: src/web/data/endpoint-words.ts). Most
 * paths say again what the name says, so a row has what its path has besides: five bytes of the board's first load for
 * `purchaseOrders.approve` at `/api/purchase-orders/:id/approve`.
 */
export function packedRoutes(routes: Readonly<Record<string, Route>>): string {
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
  return `const audiences = [${audiences.join(',')}];
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
let area = '';
export const routes = Object.fromEntries(${JSON.stringify(lines.join('\n'))}.split('\\n').map((line) => {
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
export const endpointNames = Object.keys(routes);
`;
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
