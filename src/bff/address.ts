/** Addresses as we write them down and count them: one spelling per caller (R21). */
import { isIP, isIPv6 } from 'node:net';

/**
 * `::ffff:10.0.0.7` → `10.0.0.7`, IPv6 in its shortest spelling without a zone. Text that is no address (a forged
 * X-Forwarded-For behind a trusted proxy) becomes `fallback`, the address of the socket.
 */
export function canonicalAddress(given: string | undefined, fallback: string): string {
  const text = (given ?? '').split('%')[0] ?? '';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(text);
  if (mapped?.[1] && isIP(mapped[1])) return mapped[1];
  if (isIPv6(text)) return new URL(`http://[${text}]`).hostname.slice(1, -1);
  if (isIP(text)) return text;
  return given === fallback ? 'unknown' : canonicalAddress(fallback, fallback);
}

/** What is throttled together: an IPv4 address, or the /64 an IPv6 customer can hop about in. */
export function throttledNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = address.includes('::') ? 8 - left.length - right.length : 0;
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':');
}
