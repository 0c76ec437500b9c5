/** The board's day and a visit of its tray, as the domain's suggestions ask for them. */
import type { AppointmentView } from '#contract/job.ts';
import type { LaneFacts, SuggestionDay, WantedVisit } from '#domain/schedule/suggestions/question.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import { type DayIndex, factsOfVisit, type Lane } from '../day/day-index.ts';

export const laneFacts = ({ known, taken, facts, technician }: Lane): LaneFacts => ({
  known,
  taken,
  facts,
  home: technician,
  businessUnitId: technician.businessUnitId,
});

export const suggestionDay = (index: DayIndex, lanes: readonly Lane[], now: Instant): SuggestionDay => ({
  start: index.day.start,
  end: index.day.end,
  now,
  lanes: lanes.map(laneFacts),
  travel: index.travel,
});

export const wantedVisit = (index: DayIndex, visit: AppointmentView): WantedVisit => ({
  ...factsOfVisit(visit, index.setup),
  plannedStart: visit.start,
  businessUnitId: visit.businessUnitId,
  durationMinutes: minutesBetween(visit.start, visit.end),
});
