import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exampleDay } from './example-board.ts';
import { startLive } from './start-live.ts';

let client: QueryClient;
let headers: Headers[];
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  headers = [];
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    headers.push(new Headers(init.headers));
    return new Response(
      new ReadableStream({ start: (sink) => sink.enqueue(new TextEncoder().encode(': open\n\n')) }),
    );
  });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const isOld = (key: string) => client.getQueryState([key])?.isInvalidated;

it('what was read before a stream that begins at "now" is read again, whatever it is', async () => {
  client.setQueryData(['notes'], []);
  client.setQueryData(['projects'], []);
  stop = startLive(client, 'nobody yet', undefined);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(headers.map((one) => one.get('last-event-id'))).toEqual([null]);
  expect([isOld('notes'), isOld('projects')]).toEqual([true, true]);
});

it('a stream that begins where the feed stood before the first read misses nothing, and nothing is read again', async () => {
  client.setQueryData(['board', 'day', '2026-11-21', 'UTC'], exampleDay());
  client.setQueryData(['notes'], []);
  stop = startLive(client, 'Ana', '0.7');
  await vi.advanceTimersByTimeAsync(1_100);
  // Not the board's cursor: a note that changed after the notes were read and before the board was is told too.
  expect(headers.map((one) => one.get('last-event-id'))).toEqual(['0.7']);
  expect(isOld('notes')).toBe(false);
});

it('after the session has ended the same person’s stream goes on where theirs began, another’s does not', async () => {
  startLive(client, 'Sam', '0.7')();
  startLive(client, 'Sam', undefined)();
  stop = startLive(client, 'Priya', '0.9');
  await vi.advanceTimersByTimeAsync(1_100);
  expect(headers.map((one) => one.get('last-event-id'))).toEqual(['0.7', '0.7', '0.9']);
});

it('a second tab reads again what it has read before it heard the first, if the first was told of changes since', async () => {
  let tab: { onmessage?: (message: { data: unknown }) => void } = {};
  class Channel {
    constructor() {
      tab = this as typeof tab;
    }
    postMessage() {}
    close() {}
  }
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => {}) } });
  client.setQueryData(['notes'], []);
  stop = startLive(client, 'second tab', '0.7');
  const state = (position: string) =>
    tab.onmessage!({ data: { type: 'state', status: 'live', heardAtMs: 1, position } });
  state('0.7');
  expect(isOld('notes')).toBe(false);
  state('0.8');
  expect(isOld('notes')).toBe(true);
  client.setQueryData(['notes'], []);
  state('0.8');
  expect(isOld('notes')).toBe(false);
  expect(headers).toEqual([]);
});
