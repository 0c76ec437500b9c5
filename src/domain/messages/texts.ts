/**
 * What a message says, by what happened and to whom: subject and plain text, made when it is looked at or sent, so that
 * no words about a person lie in the outbox. Names no more than the reader needs: a customer their own street and who
 * comes, a technician the place and the kind of work; whom to call stands on the day page, which ends.
 */
import type { VisitTimes } from '../job/times.ts';
import { dayOf } from '../time.ts';
import { oneLine } from './one-line.ts';
import type { MessageChange } from './recipients.ts';
import { spokenDay, spokenDayTime, spokenTime } from './spoken-times.ts';

export type MessageFacts = {
  readonly recipient: 'customer' | 'technician';
  readonly change: MessageChange;
  readonly times: VisitTimes;
  /** The times it had, when they are others now. */
  readonly before: VisitTimes | null;
  /** Of the place. */
  readonly zone: string;
  readonly company: string;
  readonly customerName: string;
  /** Who comes, or whom it is to. */
  readonly technicianNames: readonly string[];
  readonly street: string;
  readonly city: string;
  readonly jobType: string;
  readonly jobNumber: number;
  readonly appointmentNumber: number;
};
export type MessageText = { readonly subject: string; readonly text: string };

/** Stands for the link to the technician's day, which is made when the message goes out. */
export const DAY_LINK = '[link to your day]';

type Words = Omit<MessageFacts, 'company' | 'customerName' | 'technicianNames' | 'street' | 'city'> & {
  /** "Quincy, 12 Main St" without what is missing; "the place" when nothing is known. */
  readonly place: string;
  readonly street: string;
  readonly who: string;
  /** Several come. */
  readonly several: boolean;
  readonly visit: string;
};
type Said = { readonly subject: string; readonly lines: readonly string[] };

/** "Monday, November 23, between 8:00 AM and 10:00 AM": what was promised, not what is planned within it. */
function promised({ start, windowStart, windowEnd }: VisitTimes, zone: string): string {
  if (!windowStart || !windowEnd) return spokenDayTime(start, zone);
  const on = spokenDay(dayOf(windowStart, zone));
  return `${on}, between ${spokenTime(windowStart, zone)} and ${spokenTime(windowEnd, zone)}`;
}
/** Moved within the window it has: to the customer nothing is new. */
const isSamePromise = (times: VisitTimes, before: VisitTimes | null, zone: string): boolean =>
  before !== null && promised(before, zone) === promised(times, zone);
const wasPromised = (times: VisitTimes, before: VisitTimes | null, zone: string): string[] =>
  before && !isSamePromise(times, before, zone) ? [`Before, it was ${promised(before, zone)}.`] : [];
const planned = ({ start, end }: VisitTimes, zone: string): string =>
  `${spokenDayTime(start, zone)} – ${spokenTime(end, zone)}`;

const NEXT = 'We will tell you as soon as there is a new time.';
/** A customer hears of the visit as a whole: who comes instead of whom is one change. */
const TO_CUSTOMER: Readonly<
  Record<Exclude<MessageChange, 'assigned' | 'unassigned'>, (words: Words) => Said>
> = {
  dispatched: ({ who, several, street }) => ({
    subject: `${who} ${several ? 'are' : 'is'} on the way`,
    lines: [`${who} ${several ? 'are' : 'is'} on the way to ${street}.`],
  }),
  arrived: ({ who, several, street }) => ({
    subject: `${who} ${several ? 'have' : 'has'} arrived`,
    lines: [`${who} ${several ? 'have' : 'has'} arrived at ${street}.`],
  }),
  left: ({ who, several, street }) => ({
    subject: `${who} ${several ? 'have' : 'has'} finished for today`,
    lines: [`${who} ${several ? 'have' : 'has'} finished for today at ${street}.`],
  }),
  rescheduled: ({ times, before, zone, street }) => ({
    subject: `${isSamePromise(times, before, zone) ? 'Your visit' : 'Your visit has a new time'}: ${promised(times, zone)}`,
    lines: [`We come to ${street} on ${promised(times, zone)}.`, ...wasPromised(times, before, zone)],
  }),
  reassigned: ({ times, before, zone, who, street }) => ({
    subject: `${who} will come: ${promised(times, zone)}`,
    lines: [
      `${who} will come to ${street} on ${promised(times, zone)}.`,
      ...wasPromised(times, before, zone),
    ],
  }),
  held: ({ times, zone, street }) => ({
    subject: 'Your visit is on hold',
    lines: [`We cannot come to ${street} on ${promised(times, zone)} as planned. ${NEXT}`],
  }),
  completed: ({ street }) => ({
    subject: 'Your job is done',
    lines: [`The work at ${street} is done. Thank you for having us.`],
  }),
};

/** A technician hears of their own part: it is theirs now, or not any more. */
const TO_TECHNICIAN: Readonly<Record<Exclude<MessageChange, 'reassigned'>, (words: Words) => Said>> = {
  dispatched: ({ visit, place, times, zone }) => ({
    subject: `Go to ${place} (${visit})`,
    lines: [`Please go to ${place} now. Planned: ${planned(times, zone)}.`],
  }),
  arrived: ({ visit, place }) => ({
    subject: `You are marked as arrived (${visit})`,
    lines: [`The office has marked you as arrived at ${place}.`],
  }),
  left: ({ visit, place }) => ({
    subject: `You are marked as having left (${visit})`,
    lines: [`The office has marked you as having left ${place}.`],
  }),
  rescheduled: ({ visit, place, times, before, zone }) => ({
    subject: `Moved: ${planned(times, zone)} (${visit})`,
    lines: [
      `${place} is now ${planned(times, zone)}.`,
      ...(before ? [`Before, it was ${planned(before, zone)}.`] : []),
    ],
  }),
  assigned: ({ visit, place, times, zone }) => ({
    subject: `New for you: ${planned(times, zone)} (${visit})`,
    lines: [`You have a visit at ${place}: ${planned(times, zone)}.`],
  }),
  unassigned: ({ visit, place, times, before, zone }) => ({
    subject: `Not yours any more: ${planned(before ?? times, zone)} (${visit})`,
    lines: [`You need not go to ${place} any more. It was yours ${planned(before ?? times, zone)}.`],
  }),
  held: ({ visit, place, times, zone }) => ({
    subject: `On hold: ${planned(times, zone)} (${visit})`,
    lines: [`Do not go to ${place} on ${planned(times, zone)}: the visit is on hold.`],
  }),
  completed: ({ visit, place }) => ({
    subject: `Completed (${visit})`,
    lines: [`The job at ${place} is completed; nobody needs to go there for it any more.`],
  }),
};

/** "Ana", "Ana and Sam", "Ana, Sam and Priya"; first names, as the office speaks of them. */
function firstNames(names: readonly string[]): string {
  const first = names.map((name) => oneLine(name).split(' ')[0] ?? '').filter(Boolean);
  if (first.length === 0) return 'Our technician';
  return first.length === 1 ? first[0]! : `${first.slice(0, -1).join(', ')} and ${first.at(-1)}`;
}

/** Subject on one line, text in paragraphs; nothing of what people typed can break out of its place. */
export function messageText(facts: MessageFacts): MessageText {
  const { recipient, change, jobNumber, appointmentNumber } = facts;
  const [street, city, company, jobType] = [facts.street, facts.city, facts.company, facts.jobType].map(
    oneLine,
  ) as [string, string, string, string];
  const words: Words = {
    ...facts,
    jobType,
    who: firstNames(facts.technicianNames),
    several: facts.technicianNames.length > 1,
    street: street || 'your place',
    place: [street, city].filter(Boolean).join(', ') || 'the place',
    visit: `${jobNumber}-${appointmentNumber}`,
  };
  const toCustomer = recipient === 'customer';
  const { subject, lines } = toCustomer
    ? TO_CUSTOMER[change === 'assigned' || change === 'unassigned' ? 'reassigned' : change](words)
    : TO_TECHNICIAN[change === 'reassigned' ? 'assigned' : change](words);
  const name = oneLine(toCustomer ? facts.customerName : words.who);
  const paragraphs = toCustomer
    ? [...lines, `${jobType ? `${jobType}, job` : 'Job'} ${jobNumber}.`]
    : [...lines, `What: ${jobType}, job ${words.visit}.`, `Your day: ${DAY_LINK}`];
  return { subject, text: [`Hello ${name},`, ...paragraphs, company].join('\n\n') };
}
