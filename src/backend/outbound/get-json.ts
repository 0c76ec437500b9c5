/**
 * A question to another server that the operator has named (geocoder, road times): GET, the answer JSON. It goes to the
 * configured origin alone, follows no redirect, ends in time, reads no more than it was told to, and says of what went
 * wrong nothing but its kind: addresses and keys are in the question (security R31, R33, R36, R46).
 */

/**
 * `unreachable`: nobody there, too slow, busy, broken, or it sends us elsewhere. `refused`: it will not answer us this
 * (the key, the question). `unreadable`: not the JSON it should be, or too much of it.
 */
export type OutboundTrouble = 'unreachable' | 'refused' | 'unreadable';

export class OutboundFault extends Error {
  readonly trouble: OutboundTrouble;
  /** How long the server asks us to wait; null: it does not say. */
  readonly waitMs: number | null;
  /** @param detail a status or the system's word for the trouble, never a part of the question */
  constructor(trouble: OutboundTrouble, detail: string, waitMs: number | null = null) {
    super(`${trouble}: ${detail}`);
    this.trouble = trouble;
    this.waitMs = waitMs;
  }
}

/** A header with a key in it, asked for before every question: a key changed in its file is used at once (R48). */
export type SecretHeader = () => Promise<{ readonly name: string; readonly value: string } | null>;

export type Outbound = {
  /** The only origin that is asked. */
  readonly origin: string;
  readonly header: SecretHeader;
  readonly waitMs: number;
  readonly maxBytes: number;
};

const LONGEST_WAIT_MS = 10 * 60_000;

/** @throws OutboundFault */
export async function getJson(url: string, outbound: Outbound, stop?: AbortSignal): Promise<unknown> {
  const { origin, header, waitMs, maxBytes } = outbound;
  if (new URL(url).origin !== origin) throw new OutboundFault('refused', 'not the configured origin');
  // Its file is gone or was half written: as good as a wrong key, and the pause that follows is the same.
  const key = await header().catch(() => {
    throw new OutboundFault('refused', 'the key cannot be read');
  });
  const inTime = AbortSignal.timeout(waitMs);
  const signal = stop ? AbortSignal.any([inTime, stop]) : inTime;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/json',
        'user-agent': 'Truckroll',
        ...(key ? { [key.name]: key.value } : {}),
      },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw faultOf(response);
    }
    return parsed(await bytesOf(response, maxBytes));
  } catch (error) {
    if (error instanceof OutboundFault) throw error;
    if (inTime.aborted) throw new OutboundFault('unreachable', `no answer within ${waitMs} ms`);
    if (stop?.aborted) throw new OutboundFault('unreachable', 'stopped');
    // undici's own words may quote the address.
    const { cause } = error as { cause?: { code?: string } };
    throw new OutboundFault('unreachable', cause?.code ?? 'the connection failed');
  }
}

function faultOf({ status, headers }: Response): OutboundFault {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const waitMs = seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : null;
  const isPassing = status < 400 || status >= 500 || status === 408 || status === 429;
  return new OutboundFault(isPassing ? 'unreachable' : 'refused', String(status), waitMs);
}

async function bytesOf({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > maxBytes) throw new OutboundFault('unreadable', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new OutboundFault('unreadable', 'no JSON');
  }
}
