import type { BrowserContext } from '@playwright/test';
import { endpoints } from '#contract/endpoints.ts';

/** The demo company's people (architecture.md, "Demo logins"). */
export const DEMO_USERS = ['csr', 'dispatch', 'purchasing', 'accounting', 'admin'] as const;
export type DemoUser = (typeof DEMO_USERS)[number];

export const emailOf = (user: DemoUser) => `${user}@demo.test`;
export const DEMO_PASSWORD = 'open-the-board';

/** Signs the context's cookie jar in over HTTP; the sign-in screen has a journey of its own. */
export async function signIn(context: BrowserContext, origin: string, user: DemoUser): Promise<void> {
  const answer = await context.request.post(`${origin}${endpoints['session.signIn'].path}`, {
    headers: { origin, 'x-csrf': '1' },
    data: { email: emailOf(user), password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Signing in as ${user}: ${answer.status()} ${await answer.text()}`);
}

/** @returns whether the context's cookie still names a living session: a test may have signed out with it. */
export async function isSignedIn(context: BrowserContext, origin: string): Promise<boolean> {
  const answer = await context.request.get(`${origin}${endpoints['session.user'].path}`, {
    headers: { origin, 'x-csrf': '1' },
  });
  return answer.ok();
}
