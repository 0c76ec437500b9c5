import { Readable } from 'node:stream';

/**
 * A download's chunks as a stream that gives back what they hold (a file, a connection to the store) also when nobody
 * reads: a generator runs its own end only once it has begun, and `Readable.from` never begins for a browser that has
 * gone. Each download broken off left a file open.
 */
export function downloadStream(chunks: AsyncIterable<string | Uint8Array>): Readable {
  const source = chunks[Symbol.asyncIterator]();
  let begun = false;
  const iterator: AsyncIterator<string | Uint8Array> = {
    next() {
      begun = true;
      return source.next();
    },
    async return() {
      // What it says no longer matters to anybody: a store that fails now has nothing left open.
      if (!begun) await source.next().catch(() => undefined);
      await source.return?.().catch(() => undefined);
      return { done: true, value: undefined };
    },
  };
  return Readable.from({ [Symbol.asyncIterator]: () => iterator });
}
