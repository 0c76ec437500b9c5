import type { BrowserContext } from '@playwright/test';

export type Complaints = {
  /** Says that this test provokes console output that matches, e.g. a server killed on purpose. */
  expect(pattern: RegExp): void;
  /** The same only while `work` goes on: the same words before or after it are a complaint. */
  expectDuring<T>(pattern: RegExp, work: () => Promise<T>): Promise<T>;
  /** Collects from every page of the context. */
  watch(context: BrowserContext): void;
  /** Everything nobody announced, one line each. */
  unexpected(): readonly string[];
};

/** A refusal is an answer the screens show in words; that Chromium also logs the status is no defect. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * What must not happen in any page: console errors (a broken content security policy among them: Chromium reports it
 * there), uncaught exceptions, and answers of 500 and above.
 */
export function makeComplaints(): Complaints {
  const expected: RegExp[] = [];
  let seen: string[] = [];
  return {
    expect: (pattern) => void expected.push(pattern),
    async expectDuring(pattern, work) {
      const before = seen.length;
      const done = await work();
      seen = seen.filter((text, index) => index < before || !pattern.test(text));
      return done;
    },
    unexpected: () => seen.filter((text) => !expected.some((pattern) => pattern.test(text))),
    watch(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error' || REFUSED.test(message.text())) return;
        seen.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (thrown) => {
        const error = thrown.error();
        // What a browser throws itself (a resize loop, an aborted transition) has words and no stack.
        seen.push(`uncaught: ${error.stack || `${error.name}: ${error.message}`} (${thrown.page()?.url()})`);
      });
      context.on('response', (response) => {
        if (response.status() >= 500)
          seen.push(`${response.status()} ${response.request().method()} ${response.url()}`);
      });
    },
  };
}
