import type { Move, MovePlace } from '#contract/moves.ts';
import { dayOf } from '#domain/time.ts';
import { formatDay, formatTimeRange } from '../lib/format.ts';
import { recordWord, verbWords } from '../lib/record-words.ts';
import { statusWord } from '../lib/trade-words.ts';

/** "Ana Ruiz: visit reassigned · #1042 Maria Lopez · Sam 9:00–11:00 → Priya 10:00–12:00 · “Next door”". */
export function MoveLine({ move, zone }: { move: Move; zone: string }) {
  return (
    <>
      <b className="font-semibold">{move.actorName}</b> {verbWords(move.verb)} · {subjectText(move)} ·{' '}
      {wayText(move, zone)}
      {move.reason && <> · “{move.reason}”</>}
    </>
  );
}

export function subjectText({ subject }: Move): string {
  if (subject.kind !== 'appointment') return subject.label || recordWord(subject.kind);
  const which = subject.number > 1 ? `-${subject.number}` : '';
  return `#${subject.jobNumber}${which} ${subject.customerName}`;
}

/** From where to where; only the place it has where that stayed. */
export function wayText({ before, after }: Move, zone: string): string {
  const to = placeText(after, zone, before);
  if (!after.active) return `${before ? placeText(before, zone, after) : to} → taken away`;
  if (!before) return to;
  const from = placeText(before, zone, after);
  return from === to ? to : `${from} → ${to}`;
}

/** Who and when; the day where the other place is on another one, the status where it differs. */
function placeText(place: MovePlace, zone: string, other: MovePlace | null): string {
  const day = dayOf(place.start, zone);
  const withDay = other === null || dayOf(other.start, zone) !== day;
  const who = place.technicians.map(({ name }) => name).join(', ') || place.holdingLane || 'nobody';
  const status = other && place.status !== other.status ? `, ${statusWord(place.status)}` : '';
  return `${who} ${withDay ? `${formatDay(day)} ` : ''}${formatTimeRange(place.start, place.end, zone)}${status}`;
}
