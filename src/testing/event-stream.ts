import { expect } from 'vitest';
import type { Browser } from './browser.ts';

export const SSE = { accept: 'text/event-stream' };

export type Opened = {
  response: Response;
  /** Everything received so far. */
  text(): string;
  ids(): string[];
  /** Resolves when the server ended it. */
  ended: Promise<void>;
  cut(): void;
};
export async function openStream(
  browser: Browser,
  after?: string,
  headers: Record<string, string> = {},
): Promise<Opened> {
  const controller = new AbortController();
  const path = after === undefined ? '/api/events' : `/api/events?after=${after}`;
  const response = await browser.get(path, { headers: { ...SSE, ...headers }, signal: controller.signal });
  let text = '';
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  return {
    response,
    text: () => text,
    ids: () => [...text.matchAll(/^id: (\S+)\nevent: change$/gm)].map((match) => match[1] ?? ''),
    ended: read().catch(() => undefined),
    cut: () => controller.abort(),
  };
}
/** Fails when `what` takes longer: for "within a second". */
export async function within(ms: number, what: Promise<unknown>): Promise<void> {
  const began = performance.now();
  await what;
  expect(performance.now() - began).toBeLessThan(ms);
}
