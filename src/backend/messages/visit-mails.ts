/** Messages about visits, to customers and technicians: made of the outbox's rows when they go. */
import type { Clock } from '#db/clock.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isMailAddress } from '#domain/messages/mail-address.ts';
import { isTooOld } from '#domain/messages/sending.ts';
import { simpleHtml } from '#domain/messages/simple-html.ts';
import { DAY_LINK } from '#domain/messages/texts.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { calendarOf } from '../technician-day/calendar.ts';
import { visitOf, zoneOfTechnician } from '../technician-day/day.ts';
import { signDayLink } from '../technician-day/links.ts';
import { type OutboxRow, outboxRows, textOf } from './outbox.ts';
import type { Mail } from './smtp.ts';
import { mailHead, type ToSend } from './to-send.ts';

type Office = {
  readonly clock: Clock;
  readonly publicOrigin: string;
  readonly host: string;
  readonly inOffice: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

export async function visitMails(
  tx: Transaction,
  ids: readonly Id[],
  now: Instant,
  office: Office,
): Promise<ToSend[]> {
  const rows = await outboxRows(tx, 'm.id = any($1::bigint[])', [ids, now], '$2', '');
  return rows.map((row) => ({
    ...row,
    trouble: (present: Instant) => {
      if (row.address === '') return 'noAddress';
      if (!isMailAddress(row.address)) return 'badAddress';
      return isTooOld(row.params.change, row.heldUntil, present) ? 'tooOld' : null;
    },
    mail: () => mailOf(row, office),
  }));
}

async function mailOf(row: OutboxRow, office: Office): Promise<Mail> {
  const { subject, text } = textOf(row);
  const forTechnician =
    row.recipientKind === 'technician' ? await office.inOffice((tx) => ofDay(tx, row, office)) : null;
  const link = forTechnician?.link ?? null;
  // A customer's text is sent as it stands, also when somebody has typed the placeholder.
  const written =
    row.recipientKind === 'technician' ? text.replaceAll(DAY_LINK, link ?? 'ask the office') : text;
  return {
    ...mailHead(row, row.company, subject, office.host),
    to: [row.address],
    text: written,
    html: simpleHtml(written, link),
    calendar: forTechnician?.calendar ?? null,
    papers: [],
  };
}

async function ofDay(tx: Transaction, row: OutboxRow, { clock, publicOrigin, host }: Office) {
  const now = clock.now();
  const zone = await zoneOfTechnician(tx, row.tenantId, row.recipientId);
  const named = { tenantId: row.tenantId, technicianId: row.recipientId };
  const token = await signDayLink(tx, { ...named, day: dayOf(row.params.times.start, zone) }, zone, now);
  const visit = await visitOf(tx, row.tenantId, row.recipientId, row.appointmentId);
  return {
    link: token && `${publicOrigin}/day/${token}`,
    calendar: visit ? calendarOf([visit], row.company, host, now) : null,
  };
}
