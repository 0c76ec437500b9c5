import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser, type SseMessage } from './sse-parser.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function parse(text: string, cuts: readonly number[] = []): SseMessage[] {
  const whole = bytes(text);
  const parser = createSseParser();
  const edges = [0, ...[...cuts].sort((a, b) => a - b), whole.length];
  return edges.slice(1).flatMap((edge, index) => parser.push(whole.slice(edges[index], edge)));
}

const message = fc.record({
  id: fc.stringMatching(/^\d{1,4}\.\d{1,4}$/),
  event: fc.constantFrom('change', 'reset'),
  lines: fc.array(
    fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, '')),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});
const ending = fc.constantFrom('\n', '\r\n', '\r');

describe('the change feed’s bytes', () => {
  it('mean the same however the network cuts them, whatever ends their lines', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), ending, fc.array(fc.nat(400)), (sent, end, cuts) => {
        const text = sent
          .map(({ id, event, lines }) =>
            [
              `id: ${id}`,
              `event: ${event}`,
              ': heartbeat',
              ...lines.map((line) => `data: ${line}`),
              '',
              '',
            ].join(end),
          )
          .join('');
        const size = bytes(text).length;
        const expected = sent.map(({ id, event, lines }) => ({ id, event, data: lines.join('\n') }));
        expect(
          parse(
            text,
            cuts.map((cut) => Math.min(cut, size)),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('end a line at CR, LF or both, also when the network cuts between them', () => {
    expect(parse('data: a\r\n\r\n', [8])).toEqual([{ id: null, event: 'message', data: 'a' }]);
    expect(parse('data: a\r\n\n\ndata: b\n\n', [8, 9])).toMatchObject([{ data: 'a' }, { data: 'b' }]);
  });

  it('give nothing for heartbeats and unfinished messages', () => {
    expect(parse(': open\n\n: heartbeat\n\ndata: half')).toEqual([]);
  });

  it('say how long to wait before coming back', () => {
    const parser = createSseParser();
    expect(parser.retryMs()).toBeNull();
    parser.push(bytes('retry: 2000\n\n'));
    expect(parser.retryMs()).toBe(2000);
  });
});
