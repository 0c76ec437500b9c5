/**
 * Sends what is ready. A message is claimed in a short transaction, sent outside of any, and its fate written in another:
 * two processes never hold the same one, a process that dies lets go of its own after some minutes, and a message that
 * may or may not have gone out goes out again under the same Message-ID. Nothing is given up because the mail server
 * cannot be reached: all of it waits, and only what the server itself puts off counts as a try.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isMailAddress } from '#domain/messages/mail-address.ts';
import { headerWords, oneLine } from '#domain/messages/one-line.ts';
import { isTooOld, type MessageFault, nextTry } from '#domain/messages/sending.ts';
import { simpleHtml } from '#domain/messages/simple-html.ts';
import { DAY_LINK } from '#domain/messages/texts.ts';
import { addMinutes, dayOf, type Instant } from '#domain/time.ts';
import { type OneAtATime, oneAtATime } from '../outbound/one-at-a-time.ts';
import { createPause } from '../outbound/pause.ts';
import { calendarOf } from '../technician-day/calendar.ts';
import { visitOf, zoneOfTechnician } from '../technician-day/day.ts';
import { signDayLink } from '../technician-day/links.ts';
import { type OutboxRow, outboxRows, textOf } from './outbox.ts';
import { releaseMessages } from './queue.ts';
import { type Mail, MailFault, type MailTransport } from './smtp.ts';

const AT_ONCE = 10;
/** Then others may have what a dead process held; a slow one stops a minute before. */
const CLAIM_MINUTES = 5;
const STOP_MS = 5_000;

type Outcome = { readonly sent: true } | { readonly fault: MessageFault; readonly reply: string };
type Log = { warn(fields: object, text: string): void; error(fields: object, text: string): void };

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  /** null: there is no mail server; what is ready waits. */
  readonly transport: MailTransport | null;
  readonly publicOrigin: string;
  readonly logger: Log;
};
export type Sender = Pick<OneAtATime, 'tick'> & { stop(): Promise<void> };

/** The loop around claim, send and settle; one of a process, driven by `clock.ts`. */
export function createSender({ database, clock, transport, publicOrigin, logger }: Parts): Sender {
  const host = new URL(publicOrigin).hostname;
  const inOffice = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: 'system' }, work);
  const pause = createPause(clock);
  let stopping = false;

  async function run(): Promise<void> {
    await inOffice((tx) => releaseMessages(tx, clock.now()));
    if (!transport || !pause.isOver()) return;
    while (!stopping) {
      const rows = await inOffice((tx) => claim(tx, clock.now()));
      if (rows.length === 0) return;
      const isThrough = await sendAll(rows, transport);
      if (!isThrough) return;
    }
  }

  /** False: the server cannot be reached, this process stops, or the claim is about to lapse; the rest is let go. */
  async function sendAll(rows: readonly OutboxRow[], by: MailTransport): Promise<boolean> {
    for (const [at, row] of rows.entries()) {
      const isLate = row.claimedUntil !== null && clock.now() > addMinutes(row.claimedUntil, -1);
      const outcome: Outcome | null = stopping || isLate ? null : await attempt(row, by);
      const isLost = outcome !== null && 'fault' in outcome && outcome.fault === 'unreachable';
      if (outcome === null || isLost) {
        await inOffice((tx) => letGo(tx, rows.slice(at), isLost ? outcome : null, clock.now()));
        if (isLost) tell(outcome.reply);
        return false;
      }
      pause.end();
      await inOffice((tx) => settle(tx, row, outcome, clock.now()));
    }
    return true;
  }

  function tell(reply: string): void {
    const pauseMs = pause.begin(null);
    logger.warn({ reply, pauseMs }, 'the mail server cannot be reached; messages wait');
  }

  async function attempt(row: OutboxRow, by: MailTransport): Promise<Outcome> {
    if (row.address === '') return { fault: 'noAddress', reply: '' };
    if (!isMailAddress(row.address)) return { fault: 'badAddress', reply: '' };
    if (isTooOld(row.params.change, row.heldUntil, clock.now())) return { fault: 'tooOld', reply: '' };
    try {
      await by.send(await mailOf(row));
      return { sent: true };
    } catch (error) {
      if (error instanceof MailFault) return { fault: error.fault, reply: error.reply };
      logger.error({ err: error, messageId: row.id }, 'a message could not be made');
      return { fault: 'fault', reply: '' };
    }
  }

  async function mailOf(row: OutboxRow): Promise<Mail> {
    const { subject, text } = textOf(row);
    const now = clock.now();
    const forTechnician =
      row.recipientKind === 'technician' ? await inOffice((tx) => ofDay(tx, row, now)) : null;
    const link = forTechnician?.link ?? null;
    // A customer's text is sent as it stands, also when somebody has typed the placeholder.
    const written =
      row.recipientKind === 'technician' ? text.replaceAll(DAY_LINK, link ?? 'ask the office') : text;
    return {
      messageId: `<message-${row.id}@${host}>`,
      fromName: headerWords(oneLine(row.company)),
      to: row.address,
      subject: headerWords(subject),
      text: written,
      html: simpleHtml(written, link),
      calendar: forTechnician?.calendar ?? null,
    };
  }

  async function ofDay(tx: Transaction, row: OutboxRow, now: Instant) {
    const zone = await zoneOfTechnician(tx, row.tenantId, row.recipientId);
    const named = { tenantId: row.tenantId, technicianId: row.recipientId };
    const token = await signDayLink(tx, { ...named, day: dayOf(row.params.times.start, zone) }, zone, now);
    const visit = await visitOf(tx, row.tenantId, row.recipientId, row.appointmentId);
    return {
      link: token && `${publicOrigin}/day/${token}`,
      calendar: visit ? calendarOf([visit], row.company, host, now) : null,
    };
  }

  const runs = oneAtATime(run);
  return {
    tick: runs.tick,
    async stop() {
      stopping = true;
      // A server that answers nothing must not keep this one from stopping: the claim lapses by itself.
      const patience = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
      await Promise.race([runs.ended(), patience]);
      transport?.close();
    },
  };
}

/** The oldest that are due, for this process alone. Whoever reads at the same moment gets others. */
async function claim(tx: Transaction, now: Instant): Promise<OutboxRow[]> {
  const claimed = await tx.query<{ id: Id }>(
    `update office.messages set claimed_until = $2, tries = tries + 1 where (tenant_id, id) in (
       select tenant_id, id from office.messages
       where status = 'Ready' and channel = 'Email' and (next_try_on is null or next_try_on <= $1)
         and (claimed_until is null or claimed_until <= $1)
       order by held_until, id limit ${AT_ONCE} for update skip locked)
     returning id`,
    [now, addMinutes(now, CLAIM_MINUTES)],
  );
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  return outboxRows(tx, 'm.id = any($1::bigint[])', [ids, now], '$2', 'order by m.held_until, m.id');
}

/**
 * They wait for the server as if they had not been tried. The one it was lost with waits a minute: should that be the
 * cause, the others go first.
 */
async function letGo(
  tx: Transaction,
  rows: readonly OutboxRow[],
  why: { readonly fault: MessageFault; readonly reply: string } | null,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update office.messages set claimed_until = null, tries = tries - 1, fault = coalesce($2, fault),
       fault_reply = coalesce($3, fault_reply), next_try_on = case when id = $4 then $5::timestamptz else next_try_on end
     where id = any($1::bigint[]) and status = 'Ready'`,
    [
      rows.map(({ id }) => id),
      why?.fault ?? null,
      why?.reply ?? null,
      why ? rows[0]!.id : null,
      addMinutes(now, 1),
    ],
  );
}

async function settle(tx: Transaction, row: OutboxRow, outcome: Outcome, now: Instant): Promise<void> {
  const sent = 'sent' in outcome;
  const again = !sent && outcome.fault === 'later' ? nextTry(row.tries, now) : null;
  await tx.query(
    `update office.messages set status = $3, version = version + 1, claimed_until = null, next_try_on = $4, sent_on = $5,
       fault = $6, fault_reply = $7, modified_on = $8
     where tenant_id = $1 and id = $2 and status = 'Ready'`,
    [
      row.tenantId,
      row.id,
      sent ? 'Sent' : again ? 'Ready' : 'Failed',
      again,
      sent ? now : null,
      sent ? null : outcome.fault,
      sent ? null : outcome.reply,
      now,
    ],
  );
}
