/**
 * Links to a technician's day: `key.tenant.technician.day.end.signature`, all but the signature in base 36. They are
 * kept nowhere; who has one is let in until its end. The keys rotate: a new one signs after a week, an old one is
 * deleted when the last link it signed has ended. Deleting the rows of `office.link_keys` ends every link at once.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import {
  addDays,
  addMinutes,
  type Day,
  day,
  daysBetween,
  type Instant,
  instantFromMs,
  msOf,
  startOfDay,
} from '#domain/time.ts';

type DayLink = { readonly tenantId: Id; readonly technicianId: Id; readonly day: Day };
type Key = { readonly id: string; readonly secret: Uint8Array };

const KEY_DAYS = 7;
/** After the end of the day: a late visit runs over, its notes are written at night. */
const AFTER_DAY_HOURS = 6;
const FIRST_DAY = day('1990-01-01');
/** What nobody can have been sent: a day further away than this is not signed. */
const MOST_DAYS = 400;
const TOKEN =
  /^([a-z0-9]{8})\.([a-z0-9]{1,11})\.([a-z0-9]{1,11})\.([a-z0-9]{1,5})\.([a-z0-9]{1,8})\.([\w-]{43})$/;

/** When the link to that day ends, in the zone of the technician's office. */
const endOfLink = (of: Day, zone: string): Instant =>
  addMinutes(startOfDay(addDays(of, 1), zone), AFTER_DAY_HOURS * 60);

/** A system transaction: the keys are of all companies. Null: the day is over, or too far away for a link. */
export async function signDayLink(
  tx: Transaction,
  link: DayLink,
  zone: string,
  now: Instant,
): Promise<string | null> {
  const end = endOfLink(link.day, zone);
  if (end <= now || end > addMinutes(now, MOST_DAYS * 24 * 60)) return null;
  const key = await signingKey(tx, end, now);
  const seconds = Math.floor(msOf(end) / 1000);
  const parts = [link.tenantId, link.technicianId, daysBetween(FIRST_DAY, link.day), seconds];
  const body = [key.id, ...parts.map((part) => part.toString(36))].join('.');
  return `${body}.${signature(key, body).toString('base64url')}`;
}

/** A system transaction. `ended` is told only of what was really signed. */
export async function readDayLink(
  tx: Transaction,
  token: string,
  now: Instant,
): Promise<DayLink | 'ended' | 'unknown'> {
  const match = TOKEN.exec(token);
  if (!match) return 'unknown';
  const [, keyId, tenant, technician, dayNumber, end, given] = match as unknown as string[];
  const [key] = await tx.query<Key>('select id, secret from office.link_keys where id = $1', [keyId]);
  if (!key) return 'unknown';
  const right = signature(key, token.slice(0, token.lastIndexOf('.')));
  const asked = Buffer.from(given!, 'base64url');
  // The last character of 43 has two idle bits: only the one spelling is the link.
  if (asked.toString('base64url') !== given || !timingSafeEqual(asked, right)) return 'unknown';
  const number = (text: string | undefined) => Number.parseInt(text!, 36);
  if (instantFromMs(number(end) * 1000) <= now) return 'ended';
  return {
    tenantId: number(tenant),
    technicianId: number(technician),
    day: addDays(FIRST_DAY, number(dayNumber)),
  };
}

/** The purpose is part of what is signed: a key shared by mistake signs nothing else. */
const signature = ({ secret }: Key, body: string): Buffer =>
  createHmac('sha256', secret).update(`technician-day\n${body}`).digest();

async function signingKey(tx: Transaction, end: Instant, now: Instant): Promise<Key> {
  const [newest] = await tx.query<Key & { goodUntil: Instant }>(
    `select id, secret, good_until as "goodUntil" from office.link_keys where made_on > $1 order by made_on desc limit 1`,
    [addMinutes(now, -KEY_DAYS * 24 * 60)],
  );
  if (newest) {
    if (newest.goodUntil < end)
      await tx.query('update office.link_keys set good_until = greatest(good_until, $2) where id = $1', [
        newest.id,
        end,
      ]);
    return newest;
  }
  await tx.query('delete from office.link_keys where good_until < $1', [now]);
  const key = { id: randomBytes(4).toString('hex'), secret: randomBytes(32) };
  await tx.query('insert into office.link_keys (id, secret, made_on, good_until) values ($1, $2, $3, $4)', [
    key.id,
    key.secret,
    now,
    end,
  ]);
  return key;
}
