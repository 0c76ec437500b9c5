/**
 * Logs that cannot carry a secret (R45, R46). First wall: only the fields named here are written, an error gives its
 * kind, code and stack positions but not its message (drivers quote values in it). Second wall: known secrets and
 * bearer tokens are blanked in the finished line. pino's `redact` leaked 8 of 10 planted secrets.
 */
import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';

const FIELDS = new Set([
  'reqId',
  'requestId',
  'importId',
  'method',
  'route',
  'status',
  'ms',
  'userId',
  'tenantId',
  'code',
  'count',
  'port',
  'engine',
  'reason',
  'err',
]);
/** Written by pino itself. */
const OWN = new Set(['level', 'time', 'msg']);
const MAX_TEXT = 500;

type LogOptions = {
  readonly level?: string;
  /** Values that must never be written: client secrets, database URLs, app keys. Short ones are ignored. */
  readonly secrets?: readonly string[];
  readonly destination?: DestinationStream;
};

export function createLogger({ level = 'info', secrets = [], destination }: LogOptions = {}): Logger {
  const scrub = scrubber(secrets);
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }), log: allowed },
    serializers: {},
    hooks: { logMethod: withMessage, streamWrite: (line: string) => scrub(withoutForeignFields(line)) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without words of ours would be given its own message, which may quote anything. */
function withMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest] = args as unknown[];
  const fields = first instanceof Error ? { err: first } : first;
  const words = rest.length === 0 && typeof fields === 'object' ? ['error'] : rest;
  method.apply(this, [fields, ...words] as Parameters<LogFn>);
}

/** What a child logger was bound to does not pass the formatters. */
function withoutForeignFields(line: string): string {
  const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
  return `${JSON.stringify(Object.fromEntries(entries.filter(([key]) => FIELDS.has(key) || OWN.has(key))))}\n`;
}

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (!FIELDS.has(key)) continue;
    if (key === 'err') written.err = errorFields(value);
    else if (typeof value === 'number' || typeof value === 'boolean') written[key] = value;
    else if (typeof value === 'string') written[key] = value.slice(0, MAX_TEXT);
  }
  return written;
}

/** What an operator needs to find the line that threw; `cause` down to three levels. */
function errorFields(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint, table, cause, stack } = error as Error & Record<string, unknown>;
  const word = (value: unknown) =>
    typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? value : undefined;
  return {
    kind: word(error.name) ?? 'Error',
    code: word(code),
    constraint: word(constraint),
    table: word(table),
    stack: String(stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    cause: cause instanceof Error && depth < 3 ? errorFields(cause, depth + 1) : undefined,
  };
}

const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const SESSION_COOKIE = /__Host-sid=[\w-]+/g;
const NAMED_SECRET = /\b(password|passwd|secret|token|api_?key|client_secret|code|state)=[^&\s"\\]+/gi;

/** Blanks known secrets (raw, URL-encoded, as base64 and inside JSON) and whatever looks like a credential. */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  const spellings = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      JSON.stringify(secret).slice(1, -1),
    ]);
  return (line) => {
    let clean = line
      .replace(BEARER, '$1 [removed]')
      .replace(SESSION_COOKIE, '__Host-sid=[removed]')
      .replace(NAMED_SECRET, '$1=[removed]');
    for (const spelling of spellings) clean = clean.replaceAll(spelling, '[removed]');
    return clean;
  };
}
