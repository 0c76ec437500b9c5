/** Office people without a browser: they book and move over the API, and remember what they were told is done. */
import type { JobCardView } from '#contract/job.ts';
import { DEMO_PASSWORD, type DemoUser, emailOf } from '../support/sign-in.ts';

export type Person = {
  /** A JSON request; rejects when the connection is lost. */
  ask<T>(
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: T; text: string }>;
  /** The change feed from now on, or from a position. */
  stream(signal: AbortSignal, after?: string): Promise<Response>;
  /** For requests made by hand. */
  readonly headers: Readonly<Record<string, string>>;
};

export async function signInAs(origin: string, user: DemoUser): Promise<Person> {
  const signedIn = await fetch(`${origin}/bff/sign-in`, {
    method: 'POST',
    headers: { origin, 'x-csrf': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(user), password: DEMO_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`Signing in as ${user}: ${signedIn.status} ${await signedIn.text()}`);
  await signedIn.text();
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const head = { origin, cookie, 'x-csrf': '1' };
  return {
    headers: head,
    async ask<T>(method: string, path: string, body?: unknown, key: string = crypto.randomUUID()) {
      const answer = await fetch(origin + path, {
        method,
        headers: { ...head, 'content-type': 'application/json', 'idempotency-key': key },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, text, body: (text ? JSON.parse(text) : null) as T };
    },
    stream: (signal, after) =>
      fetch(`${origin}/api/events${after === undefined ? '' : `?after=${after}`}`, {
        headers: { ...head, accept: 'text/event-stream' },
        signal,
      }),
  };
}

type Setup = Record<
  'jobTypes' | 'businessUnits' | 'campaigns' | 'technicians',
  { id: number; active: boolean }[]
>;
export type Trade = { readonly booking: object; readonly technicianIds: readonly number[] };

/** What every booking of the load has in common, and who can be sent. */
export async function learnTrade(person: Person): Promise<Trade> {
  const { body } = await person.ask<Setup>('GET', '/api/setup');
  const [businessUnit] = body.businessUnits;
  const jobType = body.jobTypes.find((one) => {
    const units = (one as unknown as { businessUnitIds: number[] }).businessUnitIds;
    return one.active && (units.length === 0 || units.includes(businessUnit!.id));
  });
  const [campaign] = body.campaigns;
  const booking = {
    customer: { new: { name: 'Load Test', locations: [{ street: '1 Load St' }] } },
    location: { ofNewCustomer: 0 },
    jobTypeId: jobType!.id,
    businessUnitId: businessUnit!.id,
    campaignId: campaign!.id,
    priority: 'Normal',
  };
  return { booking, technicianIds: body.technicians.filter((one) => one.active).map((one) => one.id) };
}

/** The last state of a job somebody was told. */
export type Acknowledged = { readonly jobId: number; readonly version: number; readonly start: string };

/** What a load remembers across power cuts. */
export type Ledger = {
  readonly acknowledged: Map<number, Acknowledged>;
  /** Bookings whose answer never came, by idempotency key: done or not, nobody knows. */
  readonly unanswered: Map<string, object>;
  /** The smallest number of an operation that was answered. */
  firstOperation: number;
};
export const newLedger = (): Ledger => ({
  acknowledged: new Map(),
  unanswered: new Map(),
  firstOperation: Number.POSITIVE_INFINITY,
});

let hours = 0;
/** Hours years ahead that nobody else asks for. */
export function freeHours(): { start: string; end: string } {
  const at = Date.UTC(2031, 0, 1) + 3_600_000 * 2 * hours++;
  return { start: new Date(at).toISOString(), end: new Date(at + 3_600_000).toISOString() };
}

type Done = { cards: JobCardView[]; operationId: number };

export const book = (person: Person, trade: Trade, summary: string) =>
  person.ask<Done>('POST', '/api/jobs', { ...trade.booking, summary, appointment: freeHours() });

/**
 * Books and moves until the connection is lost or `isOver`; the ledger holds what was answered with success and what
 * was not answered. Anything else than success, a lost connection or "come back later" is thrown.
 */
export async function keepWorking(
  person: Person,
  trade: Trade,
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> {
  const done = ({ status, body, text }: { status: number; body: Done; text: string }) => {
    if (status === 503) return null;
    if (status >= 300) throw new Error(`${status} ${text}`);
    const card = body.cards[0]!;
    const [visit] = card.appointments;
    ledger.acknowledged.set(card.job.id, {
      jobId: card.job.id,
      version: visit!.version,
      start: visit!.start,
    });
    ledger.firstOperation = Math.min(ledger.firstOperation, body.operationId);
    return card;
  };
  try {
    while (!isOver()) {
      const key = crypto.randomUUID();
      const body = { ...trade.booking, summary: `Under load ${key}`, appointment: freeHours() };
      ledger.unanswered.set(key, body);
      const answer = await person.ask<Done>('POST', '/api/jobs', body, key);
      // "Not now" is no answer to whether it was done: the database may have gone while it committed.
      if (answer.status !== 503) ledger.unanswered.delete(key);
      let card = done(answer);
      for (let move = 0; card && move < 2 && !isOver(); move++) {
        const visit: JobCardView['appointments'][number] = card.appointments[0]!;
        const [from] = visit.assignments;
        card = done(
          await person.ask('POST', `/api/appointments/${visit.id}/reassign`, {
            expected: [{ kind: 'appointment', id: visit.id, version: visit.version }],
            fromTechnicianId: from?.technicianId ?? null,
            toTechnicianId: trade.technicianIds[(visit.id + move) % trade.technicianIds.length],
            ...freeHours(),
          }),
        );
      }
    }
  } catch (error) {
    // undici's words for a connection that was cut or refused.
    if (!(error instanceof TypeError)) throw error;
  }
}

/**
 * Sends every booking again whose answer never came, under its own key, as a client does after a power cut (F15).
 * @returns how many, and what was not answered with success, in words
 */
export async function sendAgain(person: Person, ledger: Ledger): Promise<{ sent: number; wrong: string[] }> {
  const wrong: string[] = [];
  const all = [...ledger.unanswered];
  for (const [key, body] of all) {
    const again = await person.ask<Done>('POST', '/api/jobs', body, key);
    if (again.status === 201) ledger.unanswered.delete(key);
    else wrong.push(`${key}: ${again.status} ${again.text}`);
  }
  return { sent: all.length, wrong };
}

/** What was acknowledged and is not there, in words. A move that was on its way may have been written too. */
export async function missing(person: Person, acknowledged: Iterable<Acknowledged>): Promise<string[]> {
  const lost: string[] = [];
  for (const { jobId, version, start } of acknowledged) {
    const { status, body } = await person.ask<JobCardView>('GET', `/api/jobs/${jobId}`);
    const visit = status === 200 ? body.appointments[0] : undefined;
    if (!visit || visit.version < version) lost.push(`job ${jobId}: version ${version} is gone`);
    else if (visit.version === version && visit.start !== start)
      lost.push(`job ${jobId}: starts ${visit.start}`);
    else if (visit.version > version + 1)
      lost.push(`job ${jobId}: version ${visit.version} after ${version}`);
  }
  return lost;
}
