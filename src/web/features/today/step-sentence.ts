/** A step of one's own as a person remembers it: "Booked #8137 No cool for Maria Lopez". */
import type { Operation } from '#contract/history.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { formatDayTime, formatTime } from '../../lib/format.ts';
import { verbWords } from '../../lib/record-words.ts';
import { capital } from '../../lib/refusal-params.ts';

/** `what` and `whose`: the second stands back. */
type StepSentence = { readonly what: string; readonly whose: string };

export function stepSentence(
  { verb, labels, about, moved }: Pick<Operation, 'verb' | 'labels' | 'about' | 'moved'>,
  viewerZone: string,
): StepSentence {
  if (!about) return { what: capital(verbWords(verb)), whose: labels.join(', ') };
  const job = `#${about.jobNumber} ${about.jobType}`;
  const whose = `for ${about.customer}`;
  if (verb === 'job.booked') return { what: `Booked ${job}`, whose };
  if (!moved) return { what: `${capital(verbWords(verb))}: ${job}`, whose };
  const { from, to, isReassigned } = moved;
  const zone = { viewerZone };
  const isSameDay = dayOf(from.start, about.timeZone) === dayOf(to.start, about.timeZone);
  const time = (at: Instant) =>
    isSameDay ? formatTime(at, about.timeZone, zone) : formatDayTime(at, about.timeZone, zone);
  const place = ({ start, technicians }: typeof from) =>
    [
      ...(isReassigned ? [technicians.join(' and ') || 'nobody'] : []),
      ...(from.start === to.start ? [] : [time(start)]),
    ].join(' ');
  if (from.start === to.start && from.technicians.length === 0)
    return { what: `Gave ${job} to ${place(to)}`, whose };
  return { what: `Moved ${job} from ${place(from)} to ${place(to)}`, whose };
}
