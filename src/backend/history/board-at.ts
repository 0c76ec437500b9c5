/** The board day as it stood at a past minute, in the shape of the live one (`board/queries.ts`). */
import type { BoardTechnician, PastBoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SpanKind } from '#domain/schedule/spans.ts';
import { type Day, daySpan, type Instant, type Span } from '#domain/time.ts';
import { homeZone } from '../board/queries.ts';
import { busyBarsOf } from '../changes/busy-bars.ts';
import { grouped } from '../write/grouped.ts';
import { spanCandidates, visitCandidates } from './day-candidates.ts';
import { partsAt, type Rewind } from './parts-at.ts';
import { idsOf, visitsAt } from './visits-at.ts';

/**
 * What belongs to whom is asked twice: a visit is told to those of the unit it belonged to then, who may see its job
 * now. To all others it is a busy bar.
 */
export async function boardDayAt(
  tx: Transaction,
  actor: Actor,
  query: { day: Day; at: Instant; timeZone?: string | undefined },
): Promise<PastBoardDay> {
  const timeZone = query.timeZone ?? (await homeZone(tx, actor));
  const span = daySpan(query.day, timeZone);
  const rewind: Rewind = { tx, at: query.at };
  const people = await techniciansAt(rewind);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const visits = await visitsAt(rewind, await visitCandidates(rewind, span), span, nameOf);
  const isTold = await whoIsTold(tx, actor, visits);
  return {
    day: query.day,
    timeZone,
    ...span,
    at: query.at,
    technicians: await lanesAt(rewind, span, people, visits),
    appointments: visits.filter(isTold),
    busy: visits
      .filter((visit) => !isTold(visit))
      .flatMap(busyBarsOf)
      .filter((bar) => bar.end > span.start),
  };
}

async function whoIsTold(
  tx: Transaction,
  { businessUnitIds: units }: Actor,
  visits: readonly AppointmentView[],
) {
  if (units === null) return () => true;
  const rows = await tx.query<{ id: Id }>(
    `select id from company.jobs where tenant_id = $1 and id = any($2::bigint[]) and business_unit_id = any($3::bigint[])`,
    [tx.tenantId, visits.map(({ jobId }) => jobId), units],
  );
  const mine = new Set(rows.map(({ id }) => id));
  return ({ jobId, businessUnitId }: AppointmentView) => mine.has(jobId) && units.includes(businessUnitId);
}

type Person = Omit<BoardTechnician, 'shifts' | 'timeOff' | 'nonJobEvents'>;

const techniciansAt = async (rewind: Rewind): Promise<Person[]> =>
  partsAt<Person>(rewind, {
    kind: 'technician',
    ids: await idsOf(rewind, 'company.technicians'),
    alias: 't',
    select: `t.id, t.name, t.business_unit_id as "businessUnitId", t.skill_ids as "skillIds", t.zone_ids as "zoneIds",
      t.latitude, t.longitude, t.active`,
    rest: 'order by t.business_unit_id, lower(t.name) collate "C", t.id',
  });

/** Who worked here then, and whoever had visits or events on the day all the same, as on the live board. */
async function lanesAt(
  rewind: Rewind,
  span: Span,
  people: readonly Person[],
  visits: readonly AppointmentView[],
): Promise<BoardTechnician[]> {
  const shifts = await spansAt<BoardTechnician['shifts'][number]>(rewind, 'shift', span);
  const timeOff = await spansAt<BoardTechnician['timeOff'][number]>(rewind, 'timeOff', span);
  const nonJobEvents = await spansAt<BoardTechnician['nonJobEvents'][number]>(rewind, 'nonJobEvent', span);
  const assigned = new Set(
    visits.flatMap(({ assignments }) => assignments.map(({ technicianId }) => technicianId)),
  );
  return people
    .filter(({ id, active }) => active || assigned.has(id) || nonJobEvents.has(id))
    .map((person) => ({
      ...person,
      shifts: shifts.get(person.id) ?? [],
      timeOff: timeOff.get(person.id) ?? [],
      nonJobEvents: nonJobEvents.get(person.id) ?? [],
    }));
}

/** By technician, in the order of their start. */
async function spansAt<T extends { technicianId: Id }>(
  rewind: Rewind,
  kind: SpanKind,
  { start, end }: Span,
): Promise<Map<Id, T[]>> {
  const spans = await partsAt<T>(rewind, {
    kind,
    ids: await spanCandidates(rewind, kind, { start, end }),
    alias: 's',
    select: `s.id, s.version, s.technician_id as "technicianId", s.start, s."end", s.external_key as "externalKey", s.active${kind === 'shift' ? '' : ', s.label'}`,
    rest: 'where s.active and s.start < $5::timestamptz and s."end" > $4::timestamptz order by s.start, s.id',
    params: [start, end],
  });
  return grouped(spans, ({ technicianId }) => technicianId);
}
