import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, type Day, daySpan, firstInstantAt, type Instant, isDay } from '#domain/time.ts';
import { historyQueries, type MovesNarrowed, type MovesScope } from '../data/history.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { MoveList } from './move-list.tsx';

const EVERYBODY = 0;

/** "Who moved this between seven and nine?": the moves, by the day and time they were made and by who made them. */
export function MovesPanel({ scope, zone, today }: { scope: MovesScope; zone: string; today: Day }) {
  const [on, setOn] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [actorId, setActorId] = useState(EVERYBODY);
  // A time without a day is one of today.
  const day = isDay(on) ? on : from || to ? today : null;
  const narrowed: MovesNarrowed = {
    ...(day && between(day, from, to, zone)),
    ...(actorId !== EVERYBODY && { actorId }),
  };
  const { data } = useQuery(historyQueries.moves(scope));
  return (
    <>
      <fieldset
        aria-label="Which moves"
        className="flex flex-wrap items-center gap-1.5 py-2 text-xs text-muted"
      >
        Made on
        <When type="date" label="Made on" value={on} onChange={setOn} />
        between
        <When type="time" label="Made from" value={from} onChange={setFrom} />
        and
        <When type="time" label="Made until" value={to} onChange={setTo} />
        by
        <span className="w-36">
          <Select
            size="dense"
            aria-label="Made by"
            value={actorId}
            onValueChange={setActorId}
            options={[
              { value: EVERYBODY, label: 'anybody' },
              ...(data?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </span>
      </fieldset>
      <MoveList scope={scope} zone={zone} narrowed={narrowed} />
    </>
  );
}

type WhenProps = {
  type: 'date' | 'time';
  label: string;
  value: string;
  onChange: (value: string) => void;
};

function When({ type, label, value, onChange }: WhenProps) {
  return (
    <span className={type === 'date' ? 'w-36' : 'w-28'}>
      <TextField
        size="dense"
        type={type}
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}

/** Until a time means until before it; without one, the whole day. */
function between(day: Day, from: string, to: string, zone: string): { since: Instant; until: Instant } {
  const span = daySpan(day, zone);
  const since = from ? firstInstantAt(day, from, zone) : span.start;
  const until = to ? firstInstantAt(to > from ? day : addDays(day, 1), to, zone) : span.end;
  return { since, until };
}
