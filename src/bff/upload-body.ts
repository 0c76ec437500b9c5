import type { IncomingMessage } from 'node:http';
import { ProblemError } from '#contract/problem.ts';

/**
 * An upload as it arrives, bounded in bytes; refused when it pauses longer than `stallMs`. Left half-way (the reader
 * throws), the socket stays open so that the problem can still be told.
 */
export async function* boundedUpload(
  payload: IncomingMessage,
  limit: number,
  stallMs: number,
): AsyncGenerator<Uint8Array> {
  if (Number(payload.headers['content-length']) > limit) throw tooLarge(limit);
  const chunks = payload.iterator({ destroyOnReturn: false });
  let length = 0;
  for (;;) {
    const next: IteratorResult<Uint8Array> = await within(stallMs, chunks.next());
    if (next.done) return;
    length += next.value.byteLength;
    if (length > limit) throw tooLarge(limit);
    yield next.value;
  }
}

const tooLarge = (limit: number) => new ProblemError('request.too_large', { limit });

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('request.timeout')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
