/**
 * Whether the person is still signed in, and what they may do. Roles decide which endpoints exist for them (the
 * contract's table), rights what they may do inside one; screens ask here so that no list of roles is written twice.
 */
import { useSyncExternalStore } from 'react';
import { type EndpointName, routes } from '#contract/routes.ts';
import type { CurrentUser } from '#contract/session.ts';
import type { Right } from '#domain/roles.ts';

type SessionState = 'none' | 'open' | 'ended';
let state: SessionState = 'none';
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Somebody is signed in: from now on a 401 means that the session ended. */
export const sessionOpened = (): void => become('open');
/** Signed out on purpose: the next 401 is expected. */
export const sessionClosed = (): void => become('none');
/** A 401 arrived. The page stays as it is and asks to sign in again over it, so that typed text is safe. */
export const sessionLost = (): void => {
  if (state === 'open') become('ended');
};
export const sessionState = (): SessionState => state;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const useSessionState = (): SessionState => useSyncExternalStore(subscribe, sessionState);

let rest: Promise<unknown> | null = null;
/** The rows of the endpoint table that the board does without: every other page waits for them. */
export function allRoutes(): Promise<unknown> {
  rest ??= import('#contract/later-routes.ts').catch((error: unknown) => {
    rest = null;
    throw error;
  });
  return rest;
}

/** Whether the endpoint table lets this person call it. */
export function mayCall(user: Pick<CurrentUser, 'roles'>, name: EndpointName): boolean {
  const { roles } = routes[name];
  if (roles === 'public' || roles === 'self') return true;
  return user.roles.some((role) => (roles as readonly string[]).includes(role));
}

export const hasRight = (user: Pick<CurrentUser, 'rights'>, right: Right): boolean =>
  user.rights.includes(right);
