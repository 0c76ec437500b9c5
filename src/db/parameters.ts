/** JSON text for a jsonb parameter. Needed for arrays, which otherwise become SQL arrays. */
export const json = (value: unknown): string => JSON.stringify(value);

/**
 * A parameter as PostgreSQL's own text, typed later by the statement, so that both engines receive the very same
 * bytes (each driver has its own rules, and they differ for arrays, JSON and dates).
 * Throws TypeError for what has no one meaning: undefined, NaN, Date, functions, arrays of objects.
 */
export function encodeParameter(value: unknown): string | null {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
      // PostgreSQL's text cannot hold it; without this, PGlite cuts the text at the NUL and PostgreSQL refuses.
      if (value.includes('\0')) throw new TypeError('A text parameter contains a NUL character');
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`A parameter is ${value}`);
      return String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return encodeObject(value);
    default:
      throw new TypeError(`A parameter is of type ${typeof value}`);
  }
}

function encodeObject(value: object): string {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(encodeElement).join(',')}}`;
  if (value instanceof Date) throw new TypeError('A parameter is a Date: pass an Instant or a Day');
  return json(value);
}

function encodeElement(element: unknown): string {
  if (Array.isArray(element)) return encodeObject(element);
  if (typeof element === 'object' && element !== null && !(element instanceof Uint8Array)) {
    throw new TypeError('An array parameter holds objects: for jsonb write json(value)');
  }
  const text = encodeParameter(element);
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
