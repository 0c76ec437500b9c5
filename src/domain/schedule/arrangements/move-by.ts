/** Several visits earlier or later by the same minutes, each with its own people. */
import type { Id } from '../../ids.ts';
import { addMinutes } from '../../time.ts';
import {
  type ArrangedDay,
  begunRefusal,
  changing,
  type Proposal,
  placedAt,
  visitOn,
} from './arranged-day.ts';

/** @param minutes whole; negative: earlier. The arrival windows stay: they were promised. */
export function moveBy(day: ArrangedDay, appointmentIds: readonly Id[], minutes: number): Proposal {
  const visits = appointmentIds.map((id) => visitOn(day, id));
  for (const visit of visits) {
    const refusal = begunRefusal(visit, 'reschedule');
    if (refusal) return { ok: false, refusal };
  }
  return changing(
    day,
    visits.map((visit) => placedAt(visit, addMinutes(visit.start, minutes))),
  );
}
