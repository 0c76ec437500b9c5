/** The one cookie (R1). No development downgrade: browsers take `__Host-` and Secure on loopback http. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../canonical-json.ts';

const NAME = '__Host-sid';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits from the system's generator, 43 characters (R3). */
export const newSessionId = (): string => randomBytes(32).toString('base64url');
export const hashOf = (sessionId: string): string => sha256(sessionId);

export const sessionCookie = (sessionId: string): string => `${NAME}=${sessionId}; ${ATTRIBUTES}`;
export const endedCookie = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

/** The hash of the session id in the Cookie header; null when there is none, two, or one we cannot have made. */
export function sessionHashOf(header: string | undefined): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && SESSION_ID.test(value) ? hashOf(value) : null;
}
