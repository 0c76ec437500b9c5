/**
 * Reading and parsing JSON bodies: bounded in bytes, time, depth, width and names before anything looks at them
 * (R51, R52, R54, R55). Fastify's own parser bounds bytes only.
 */
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '#contract/problem.ts';

/** Raw bytes of a body. Refuses more than `limit` bytes, chunked ones too, and bodies slower than `deadlineMs`. */
export function readBody(payload: IncomingMessage, limit: number, deadlineMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) settle(() => reject(new ProblemError('request.too_large', { limit })));
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, length)));
    const onBroken = () => settle(() => reject(new ProblemError('request.malformed')));
    const timer = setTimeout(() => settle(() => reject(new ProblemError('request.timeout'))), deadlineMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      payload.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      payload.pause();
      finish();
    };
    payload.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
    if (Number(payload.headers['content-length']) > limit) {
      settle(() => reject(new ProblemError('request.too_large', { limit })));
    }
  });
}

type JsonLimits = { readonly depth: number; readonly keys: number; readonly items: number };
export const JSON_LIMITS: JsonLimits = { depth: 32, keys: 2000, items: 5000 };
/** A file's mapping may name more columns than any form has fields. */
export const WIDE_JSON_LIMITS: JsonLimits = { ...JSON_LIMITS, keys: 100_000, items: 100_000 };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Throws `request.malformed` with the reason as a word; never says what was in the body. */
export function parseJson(bytes: Buffer, limits: JsonLimits): unknown {
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    // Before parsing: 400,000 levels parse well, and whatever walks them afterwards runs out of stack (R54).
    if (depthOf(text) > limits.depth) throw refused('depth');
    value = JSON.parse(text);
  } catch (error) {
    throw error instanceof ProblemError ? error : refused('syntax');
  }
  checkShape(value, limits);
  return value;
}

const refused = (reason: string) => new ProblemError('request.malformed', { reason });

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}

function checkShape(value: unknown, limits: JsonLimits): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (value.length > limits.items) throw refused('items');
    for (const item of value) checkShape(item, limits);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length > limits.keys) throw refused('keys');
  for (const key of keys) {
    // JSON.parse makes `__proto__` an own key; the first careless merge would make it a prototype (R55).
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw refused('name');
    checkShape((value as Record<string, unknown>)[key], limits);
  }
}
