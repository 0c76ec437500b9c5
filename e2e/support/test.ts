/** `import { expect, test } from './support/test.ts'` instead of Playwright's own: the fixtures of every journey. */
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type Complaints, makeComplaints } from './complaints.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';
import { CLOCK_AHEAD_MS, setClockAhead } from './shift-clock.mjs';
import { type DemoUser, isSignedIn, signIn } from './sign-in.ts';

export { expect } from '@playwright/test';
export { expectAccessible } from './accessibility.ts';

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;

type Fixtures = {
  /** Fails the test on an unannounced console error, CSP violation, exception or 5xx. Always on. */
  complaints: Complaints;
  /** A page in a browser context of its own, signed in. Call it twice for two people (or one person twice). */
  signedInPage: (user: DemoUser, server?: RunningServer) => Promise<Page>;
  /** A server of this test's own on a copy of the loaded demo (`DEMO: 'off'`: an empty folder), deleted afterwards. */
  startServer: (options?: ServerOptions) => Promise<RunningServer>;
};

type WorkerFixtures = {
  /** The shared server's address, e.g. `http://localhost:40123`; pages take it as base URL. */
  origin: string;
  /** The shared server's facades. */
  apiOrigin: string;
  signedIn: Map<DemoUser, Cookies>;
};

function fromGlobalSetup(name: 'E2E_ORIGIN' | 'E2E_API_ORIGIN'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is unset: global-setup.ts did not run`);
  return value;
}

async function shiftClock(context: BrowserContext): Promise<void> {
  if (CLOCK_AHEAD_MS !== 0) await context.addInitScript(`(${setClockAhead})(${CLOCK_AHEAD_MS})`);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures off this pattern
  origin: [async ({}, use) => use(fromGlobalSetup('E2E_ORIGIN')), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  apiOrigin: [async ({}, use) => use(fromGlobalSetup('E2E_API_ORIGIN')), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  signedIn: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  context: async ({ context }, use) => {
    await shiftClock(context);
    await use(context);
  },

  baseURL: async ({ origin }, use) => use(origin),

  complaints: [
    async ({ context }, use) => {
      const complaints = makeComplaints();
      complaints.watch(context);
      await use(complaints);
      base.expect(complaints.unexpected(), 'console errors, CSP violations, exceptions and 5xx').toEqual([]);
    },
    { auto: true },
  ],

  signedInPage: async ({ browser, origin, signedIn, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (user, server) => {
      const at = server?.origin ?? origin;
      const kept = server ? undefined : signedIn.get(user);
      const context = await browser.newContext({ baseURL: at, ...(kept ? { storageState: kept } : {}) });
      contexts.push(context);
      await shiftClock(context);
      complaints.watch(context);
      if (!kept || !(await isSignedIn(context, at))) {
        await signIn(context, at, user);
        if (!server) signedIn.set(user, await context.storageState());
      }
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  startServer: async ({ context }, use) => {
    const servers: RunningServer[] = [];
    await use(async (options) => {
      const server = await startServer(options);
      servers.push(server);
      return server;
    });
    // Pages first: what they still read of a server that goes away would be a complaint.
    await Promise.all(context.pages().map((page) => page.close()));
    await Promise.all(servers.map((server) => server.dispose()));
  },
});
