/** A board day for the tests of arrangements: Anna (1), Ben (2) and Cleo (3), drives of twenty minutes. */
import { addMinutes, type Instant, instant } from '../../time.ts';
import type { ArrangedDay, DayVisit, Proposal } from './arranged-day.ts';

export const [ANNA, BEN, CLEO] = [1, 2, 3] as const;
const midnight = instant('2026-11-23T00:00:00Z');
export const at = (hour: number): Instant => addMinutes(midnight, hour * 60);

export const assignment = (
  technicianId: number,
  changes: Partial<DayVisit['assignments'][number]> = {},
): DayVisit['assignments'][number] => ({
  technicianId,
  status: 'Scheduled',
  pausedOn: null,
  doneOn: null,
  ...changes,
});

/** `technicians`: of Anna unless said otherwise. */
export const visit = (
  id: number,
  from: number,
  to: number,
  changes: Partial<DayVisit> & { readonly technicians?: readonly number[] } = {},
): DayVisit => {
  const { technicians = [ANNA], ...rest } = changes;
  return {
    id,
    status: 'Scheduled',
    start: at(from),
    end: at(to),
    windowStart: null,
    windowEnd: null,
    latitude: null,
    longitude: null,
    assignments: technicians.map((one) => assignment(one)),
    ...rest,
  };
};
const inStatus = (status: 'Dispatched' | 'Working' | 'Done') => (id: number, from: number, to: number) =>
  visit(id, from, to, { status, assignments: [assignment(ANNA, { status })] });
export const onTheWay = inStatus('Dispatched');
export const atWork = inStatus('Working');

/** At six in the morning. */
export const dayOf = (visits: readonly DayVisit[], changes: Partial<ArrangedDay> = {}): ArrangedDay => ({
  start: at(0),
  end: at(24),
  now: at(6),
  visits,
  blocked: [],
  minutesFrom: () => 20,
  ...changes,
});
export const away = (from: number, to: number, technicianId: number = ANNA) => ({
  technicianId,
  start: at(from),
  end: at(to),
});

const hourOf = (time: Instant) => (Date.parse(time) - Date.parse(midnight)) / 3_600_000;
/** `11: 9-11`, `11: 9-11 1>2`: what is proposed; or the refusal's code. */
export const told = (proposal: Proposal): readonly string[] | string =>
  proposal.ok
    ? proposal.value.map(({ appointmentId, start, end, technicians }) =>
        [
          `${appointmentId}: ${hourOf(start)}-${hourOf(end)}`,
          ...technicians.map(({ from, to }) => `${from ?? ''}>${to ?? ''}`),
        ].join(' '),
      )
    : proposal.refusal.code;
export const paramsOf = (proposal: Proposal) => (proposal.ok ? {} : proposal.refusal.params);
