/**
 * Reserve and overbooking: how much of a window is held back from this kind of booking, and how far beyond what fits it
 * may be promised. The most specific rule that fits decides alone; of equally specific ones the more careful.
 */
import { JOB_PRIORITIES, type JobPriority } from '../job/job-card.ts';
import type { AskedWindow, CapacityAsk, CapacityRule } from './facts.ts';

type Allowance = Pick<CapacityRule, 'reservePercent' | 'overbookPercent'>;
const NO_RULE: Allowance = { reservePercent: 0, overbookPercent: 0 };

type Kind = Pick<CapacityAsk, 'businessUnitId' | 'jobTypeId' | 'priority'>;

const fits = (rule: CapacityRule, kind: Kind, { startMinute }: Pick<AskedWindow, 'startMinute'>): boolean =>
  rule.active &&
  (rule.businessUnitId === null || rule.businessUnitId === kind.businessUnitId) &&
  (rule.jobTypeId === null || rule.jobTypeId === kind.jobTypeId) &&
  (rule.priority === null || rule.priority === kind.priority) &&
  (rule.startMinute === null ||
    rule.endMinute === null ||
    (rule.startMinute <= startMinute && startMinute < rule.endMinute));

/** Priority weighs most, so that "urgent ones may" stands against any rule that names only when and what. */
const specificness = (rule: CapacityRule): number =>
  (rule.priority === null ? 0 : 8) +
  (rule.jobTypeId === null ? 0 : 4) +
  (rule.startMinute === null ? 0 : 2) +
  (rule.businessUnitId === null ? 0 : 1);

/** Whole percents of a window's capacity. No rule that fits: nothing held back, nothing overbooked. */
export function allowanceFor(
  rules: readonly CapacityRule[],
  kind: Kind,
  window: Pick<AskedWindow, 'startMinute'>,
): Allowance {
  const [decisive] = rules
    .filter((rule) => fits(rule, kind, window))
    .sort(
      (a, b) =>
        specificness(b) - specificness(a) ||
        b.reservePercent - a.reservePercent ||
        a.overbookPercent - b.overbookPercent,
    );
  return decisive ?? NO_RULE;
}

/** Priorities from which less is held back: for whom the reserve is kept. */
export const reservedFor = (
  rules: readonly CapacityRule[],
  kind: Kind,
  window: Pick<AskedWindow, 'startMinute'>,
): JobPriority[] => {
  const own = allowanceFor(rules, kind, window).reservePercent;
  return JOB_PRIORITIES.filter(
    (priority) => allowanceFor(rules, { ...kind, priority }, window).reservePercent < own,
  );
};
