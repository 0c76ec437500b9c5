/** Addresses of servers that an operator names: https, or plain http on this machine (architecture, run-time conventions). */
import { isLoopback } from '#bff/config.ts';

/** null: no address, or one over which others could read along. */
export function safeAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe ? url : null;
}
