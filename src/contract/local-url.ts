/**
 * Whether a return address stays on this site. One rule for the browser (`?returnTo=`) and the server (R19).
 * Text is judged, not a parsed URL: parsers disagree about backslashes, control characters and dots, and every
 * disagreement between two of them has been an open redirect somewhere.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const SHAPE = /^\/(?![/\\])[^\\\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*$/;

/** `/jobs/1?tab=x#y` yes; `//evil`, `/\evil`, `https:…`, `/%2f/evil`, text with spaces or controls no; not a string no. */
export function isLocalUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 2000 || !SHAPE.test(value)) return false;
  const [path = ''] = value.split(/[?#]/);
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false; // not decodable: nobody knows what the next reader makes of it
  }
  // Also after decoding once, and dots that would climb to a place that starts with two slashes.
  return SHAPE.test(decoded) && !decoded.includes('//') && !/(^|\/)\.\.?(\/|$)/.test(decoded);
}
