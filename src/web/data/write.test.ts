import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BoardDay } from '#contract/board.ts';
import { boardQueries } from './board.ts';
import { appointmentMutations, jobQueries } from './jobs.ts';
import { at, exampleAppointment, exampleDay, exampleJob } from './live/example-board.ts';

type Sent = {
  body: { expected: { kind: string; id: number; version: number }[] };
  key: string;
  release: () => void;
};

/** A server that raises the versions it is sent, each answer held until it is let go. */
function serve(answer: (sent: Sent) => Response) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    return new Promise<Response>((resolve) => {
      const one: Sent = {
        body: JSON.parse(String(init.body)),
        key: (init.headers as Record<string, string>)['Idempotency-Key']!,
        release: () => resolve(answer(one)),
      };
      sent.push(one);
    });
  });
  return sent;
}
const json = (body: unknown, status = 200) => Response.json(body, { status });
const versionOf = ({ body }: Sent, kind: string) => body.expected.find((one) => one.kind === kind)!.version;
const written = (sent: Sent) => ({
  operationId: 1,
  merged: false,
  notes: [],
  cards: [
    {
      job: exampleJob({ version: versionOf(sent, 'job') + 1 }),
      appointments: [
        exampleAppointment({
          version: versionOf(sent, 'appointment') + 1,
          jobVersion: versionOf(sent, 'job') + 1,
        }),
      ],
      invoice: { id: 50, number: 1042, syncStatus: 'Pending', totalCents: 0, currency: 'USD' },
    },
  ],
});

function boardWith(client: QueryClient, version: number) {
  const day = exampleDay({ appointments: [exampleAppointment({ version, jobVersion: version })] });
  client.setQueryData(boardQueries.day(day.day, 'UTC').queryKey, day);
  return () => client.getQueryData<BoardDay>(boardQueries.day(day.day, 'UTC').queryKey)!.appointments[0]!;
}
const move = (client: QueryClient) =>
  new MutationObserver(client, appointmentMutations.reschedule()).mutate({ id: 10, start: at('09:00') });

afterEach(() => vi.unstubAllGlobals());

describe('two quick moves of one card', () => {
  it('go one after the other, the second on the version the first one made', async () => {
    const client = new QueryClient();
    const shown = boardWith(client, 3);
    const sent = serve((one) => json(written(one)));
    const moves = [move(client), move(client)];
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    sent[0]!.release();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map((one) => versionOf(one, 'appointment'))).toEqual([3, 4]);
    expect(sent[0]!.key).not.toBe(sent[1]!.key);
    sent[1]!.release();
    await Promise.all(moves);
    expect(shown().version).toBe(5);
  });

  it('do not step over somebody else’s change that came in between', async () => {
    const client = new QueryClient();
    boardWith(client, 3);
    const sent = serve((one) => json(written(one)));
    const moves = [move(client), move(client)];
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    sent[0]!.release();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    const third = move(client);
    boardWith(client, 9);
    sent[1]!.release();
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(versionOf(sent[2]!, 'appointment')).toBe(5);
    sent[2]!.release();
    await Promise.all([...moves, third]);
  });
});

describe('a write', () => {
  it('keeps its key when it is tried again after a lost connection', async () => {
    const client = new QueryClient({ defaultOptions: { mutations: { retry: 1, retryDelay: 0 } } });
    boardWith(client, 1);
    const keys: string[] = [];
    vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
      keys.push((init.headers as Record<string, string>)['Idempotency-Key']!);
      if (keys.length === 1) throw new TypeError('network');
      const body = JSON.parse(String(init.body));
      return json(written({ body, key: '', release: () => {} }));
    });
    await move(client);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('puts its answer into the job page before it counts as done', async () => {
    const client = new QueryClient();
    boardWith(client, 1);
    const sent = serve((one) => json(written(one)));
    const moving = move(client);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    sent[0]!.release();
    await moving;
    expect(client.getQueryData(jobQueries.detail(100).queryKey)?.job.version).toBe(2);
  });

  it('sends the versions a form was opened on when it says so', async () => {
    const client = new QueryClient();
    boardWith(client, 8);
    const sent = serve((one) => json(written(one)));
    const moving = new MutationObserver(client, appointmentMutations.reschedule()).mutate({
      id: 10,
      start: at('09:00'),
      expected: [
        { kind: 'appointment', id: 10, version: 2 },
        { kind: 'job', id: 100, version: 2 },
      ],
    });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(versionOf(sent[0]!, 'appointment')).toBe(2);
    sent[0]!.release();
    await moving;
  });
});
