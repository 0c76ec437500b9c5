/**
 * Sends what is ready. A message is claimed in a short transaction, sent outside of any, and its fate written in another:
 * two processes never hold the same one, a process that dies lets go of its own after some minutes, and a message that
 * may or may not have gone out goes out again under the same Message-ID. Nothing is given up because the mail server
 * cannot be reached: all of it waits, and only what the server itself puts off counts as a try.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type MessageFault, nextTry } from '#domain/messages/sending.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { type OneAtATime, oneAtATime } from '../outbound/one-at-a-time.ts';
import { createPause } from '../outbound/pause.ts';
import { settleOrderMails } from '../purchasing/mail-ends.ts';
import { settleCustomerMails } from '../receivables/mail-ends.ts';
import { customerMails } from './customer-mails.ts';
import { orderMails } from './order-mails.ts';
import { releaseMessages } from './queue.ts';
import { MailFault, type MailTransport } from './smtp.ts';
import type { Claimed, ToSend } from './to-send.ts';
import { visitMails } from './visit-mails.ts';

const AT_ONCE = 10;
/** Then others may have what a dead process held; a slow one stops a minute before. */
const CLAIM_MINUTES = 5;
const STOP_MS = 5_000;

/** `note`: what the server said of an address it did not take beside others. */
type Outcome =
  | { readonly sent: true; readonly note: string | null }
  | { readonly fault: MessageFault; readonly reply: string };
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

  async function settleMails(): Promise<void> {
    await settleOrderMails(database, clock.now, logger);
    await settleCustomerMails(database, clock.now());
  }

  /** With what each is made of: visits, orders and bills in the order they were asked for. */
  async function claimed(tx: Transaction, now: Instant): Promise<ToSend[]> {
    const ids = await claim(tx, now);
    if (ids.length === 0) return [];
    const rows = [
      ...(await visitMails(tx, ids, now, { clock, publicOrigin, host, inOffice })),
      ...(await orderMails(tx, ids, { host, inOffice })),
      ...(await customerMails(tx, ids, { host, database })),
    ];
    return rows.sort((a, b) => a.heldUntil.localeCompare(b.heldUntil) || a.id - b.id);
  }

  async function run(): Promise<void> {
    await inOffice((tx) => releaseMessages(tx, clock.now()));
    // Whatever a process did not come to before it ended.
    await settleMails();
    if (!transport || !pause.isOver()) return;
    while (!stopping) {
      const rows = await inOffice((tx) => claimed(tx, clock.now()));
      if (rows.length === 0) return;
      const isThrough = await sendAll(rows, transport);
      await settleMails();
      if (!isThrough) return;
    }
  }

  /** False: the server cannot be reached, this process stops, or the claim is about to lapse; the rest is let go. */
  async function sendAll(rows: readonly ToSend[], by: MailTransport): Promise<boolean> {
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

  async function attempt(row: ToSend, by: MailTransport): Promise<Outcome> {
    const trouble = row.trouble(clock.now());
    if (trouble !== null) return { fault: trouble, reply: '' };
    try {
      return { sent: true, note: await by.send(await row.mail()) };
    } catch (error) {
      if (error instanceof MailFault) return { fault: error.fault, reply: error.reply };
      logger.error({ err: error, messageId: row.id }, 'a message could not be made');
      return { fault: 'fault', reply: '' };
    }
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
async function claim(tx: Transaction, now: Instant): Promise<Id[]> {
  const claimed = await tx.query<{ id: Id }>(
    `update office.messages set claimed_until = $2, tries = tries + 1 where (tenant_id, id) in (
       select tenant_id, id from office.messages
       where status = 'Ready' and channel = 'Email' and (next_try_on is null or next_try_on <= $1)
         and (claimed_until is null or claimed_until <= $1)
       order by held_until, id limit ${AT_ONCE} for update skip locked)
     returning id`,
    [now, addMinutes(now, CLAIM_MINUTES)],
  );
  return claimed.map(({ id }) => id);
}

/**
 * They wait for the server as if they had not been tried. The one it was lost with waits a minute: should that be the
 * cause, the others go first.
 */
async function letGo(
  tx: Transaction,
  rows: readonly Claimed[],
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

async function settle(tx: Transaction, row: Claimed, outcome: Outcome, now: Instant): Promise<void> {
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
      sent ? outcome.note : outcome.reply,
      now,
    ],
  );
}
