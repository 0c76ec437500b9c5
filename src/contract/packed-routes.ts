/** The endpoint table as the browser reads it: a line for each row instead of an object, and only what a browser asks of it. */
import type { Route } from './endpoint.ts';

/**
 * The text of a module with the same two names as `routes.ts`, put in its place by the build (vite.config.ts). A row has
 * `method`, `path`, `roles` and `idempotency`; what the server alone needs (limits, who answers) and its words for audit
 * and documentation stay behind: a row costs the board's first load eight bytes instead of sixteen. The page of roles
 * asks the server for the words (src/web/data/endpoint-words.ts).
 */
export function packedRoutes(routes: Readonly<Record<string, Route>>): string {
  const audiences: string[] = [];
  const lines = Object.entries(routes).map(([name, { method, path, roles, idempotency }]) => {
    const audience = JSON.stringify(roles);
    if (!audiences.includes(audience)) audiences.push(audience);
    return [name, path, method, audiences.indexOf(audience), idempotency].join(' ');
  });
  return `const audiences = [${audiences.join(',')}];
export const routes = Object.fromEntries(${JSON.stringify(lines.join('\n'))}.split('\\n').map((line) => {
  const [name, path, method, audience, idempotency] = line.split(' ');
  return [name, { path, method, roles: audiences[audience], idempotency }];
}));
export const endpointNames = Object.keys(routes);
`;
}
