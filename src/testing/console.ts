/**
 * An unexpected `console.error` fails the test it happens in (house style, "Tests"): React's complaints and swallowed
 * faults are bugs that would otherwise scroll by.
 */
import { vi } from 'vitest';

type Expectation = { readonly pattern: RegExp; met: boolean };

let seen: string[] = [];
let expected: Expectation[] = [];

/**
 * Says that this test provokes a console error that matches `pattern`.
 * It may happen any number of times, but at least once, or the test fails: a stale expectation hides nothing.
 */
export function expectConsole(pattern: RegExp): void {
  expected.push({ pattern, met: false });
}

/** Called by the Vitest setup before each test. */
export function watchConsole(): void {
  seen = [];
  expected = [];
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    const text = args.map((arg) => (arg instanceof Error ? arg.stack : String(arg))).join(' ');
    const expectation = expected.find(({ pattern }) => pattern.test(text));
    if (expectation) expectation.met = true;
    else seen.push(`console.error: ${text}`);
  });
}

/** Called by the Vitest setup after each test. @returns one line per complaint; empty when all was as expected. */
export function consoleComplaints(): string[] {
  const missing = expected
    .filter(({ met }) => !met)
    .map(({ pattern }) => `expected on the console, never came: ${pattern}`);
  return [...seen, ...missing];
}
