/**
 * Whether a return address stays on this site. One rule for the browser (`?returnTo=`) and the server (R19).
 * Text is judged, not a parsed URL: parsers disagree about backslashes, control characters and dots, and every
 * disagreement between two of them has been an open redirect somewhere.
 */
const SHAPE = /^\/(?![/\\])[^\\\p{Cc}\p{Cf}\p{Z}]*$/u;

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
