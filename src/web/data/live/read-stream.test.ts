import { describe, expect, it } from 'vitest';
import type { PresentPage } from '#contract/presence.ts';
import { at, exampleAppointment, exampleEvent } from './example-board.ts';
import { pauseMs, readStream } from './read-stream.ts';

const frame = (position: string) => {
  const event = exampleEvent(position, { kind: 'appointment', record: exampleAppointment() });
  return `id: ${position}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;
};
const answer = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/event-stream' } });

/** Serves one answer per connection, then signs out; keeps what was asked. */
async function run(answers: readonly (() => Response | Promise<Response>)[], after: string | null = null) {
  const asked: (string | null)[] = [];
  const heard: string[] = [];
  const left = [...answers];
  const handlers = {
    onOpen: (resumed: boolean) => heard.push(resumed ? 'resumed' : 'opened'),
    onHeard: () => {},
    onEvent: ({ position }: { position: string }) => heard.push(position),
    onPresence: (pages: readonly PresentPage[]) => heard.push(`here ${pages.map(({ name }) => name)}`),
    onReset: (position: string | null) => heard.push(`reset ${position}`),
    onLost: () => heard.push('lost'),
    onSessionEnd: () => heard.push('signed out'),
  };
  await readStream(
    {
      send: async (_url, { headers }) => {
        const { 'Last-Event-ID': last, 'X-CSRF': header } = headers as Record<string, string>;
        expect(header).toBe('1');
        asked.push(last ?? null);
        const next = left.shift();
        return next ? next() : new Response(null, { status: 401 });
      },
      after: () => after,
      signal: new AbortController().signal,
      random: () => 0,
    },
    handlers,
  );
  return { asked, heard };
}

describe('reading the change feed', () => {
  it('goes on after the last change it heard when the connection is cut', async () => {
    const { asked, heard } = await run([
      () => answer(`: open\n\n${frame('2.1')}${frame('2.2')}`),
      () => answer(frame('3.0')),
    ]);
    expect(asked).toEqual([null, '2.2', '3.0']);
    expect(heard).toEqual(['opened', '2.1', '2.2', 'lost', 'resumed', '3.0', 'lost', 'signed out']);
  });

  it('hears who is at the board, which is no position to go on from, and survives what it cannot read', async () => {
    const presence = (data: string) => `event: presence\ndata: ${data}\n\n`;
    const { asked, heard } = await run([
      () => answer(`${frame('2.1')}${presence('{"pages":[{"name":"Ana"},{"name":"Sam"}]}')}${presence('{')}`),
    ]);
    expect(heard).toEqual(['opened', '2.1', 'here Ana,Sam', 'here ', 'lost', 'signed out']);
    expect(asked).toEqual([null, '2.1']);
  });

  it('starts where the board was read, and survives a server that is not there', async () => {
    const { asked, heard } = await run(
      [() => Promise.reject(new TypeError('network')), () => answer('')],
      '1.7',
    );
    expect(asked).toEqual(['1.7', '1.7', '1.7']);
    expect(heard).toEqual(['lost', 'resumed', 'lost', 'signed out']);
  });

  it('starts over when the server does not know the place any more', async () => {
    const { asked, heard } = await run([() => answer('id: 9.0\nevent: reset\ndata: {}\n\n')], '99.0');
    expect(heard).toEqual(['resumed', 'reset 9.0', 'lost', 'signed out']);
    expect(asked).toEqual(['99.0', '9.0']);
  });

  it('passes over events it does not know', async () => {
    const strange = `id: 4.0\nevent: change\ndata: {"kind":"tomorrow","at":"${at('10:00')}"}\n\n`;
    const { heard, asked } = await run([() => answer(strange)]);
    expect(heard).toEqual(['opened', 'lost', 'signed out']);
    expect(asked).toEqual([null, '4.0']);
  });

  it('waits longer after each failure, never longer than twenty seconds, scattered', () => {
    expect([1, 2, 3].map((tries) => pauseMs(tries, 1, null))).toEqual([500, 1000, 2000]);
    expect(pauseMs(30, 1, null)).toBe(20_000);
    expect(pauseMs(1, 0, 2000)).toBe(1000);
  });
});
