/**
 * Set-up that can never work, or not as it was meant (issue 3, capacity): each finding names one record and what is wrong
 * with it. Only what is in use is looked at: an inactive record harms nobody, being referred to by an active one does.
 */
import { coversZone, hasSkills } from '../schedule/skills-and-zones.ts';
import { isZone } from '../time.ts';
import {
  type Finding,
  type LintCode,
  type LintFacts,
  SHORTEST_VISIT_MINUTES,
  SHORTEST_WINDOW_MINUTES,
} from './lint-facts.ts';
import { crossedBy } from './window-crossing.ts';

type Subject = { readonly id: number; readonly name: string };
const found = (code: LintCode, { id, name }: Subject, about: readonly string[] = []): Finding => ({
  code,
  id,
  name,
  about,
});

type Reader = {
  readonly facts: LintFacts;
  /** Names of those referred to that are gone or hidden. */
  readonly gone: (
    kind: 'units' | 'jobTypes' | 'skills' | 'zones' | 'campaigns',
    ids: readonly number[],
  ) => string[];
  readonly staff: LintFacts['technicians'];
};

/** Every finding, by kind of record in the order of the set-up (`LINT_KINDS` in web). */
export function lintSetUp(facts: LintFacts): Finding[] {
  const reader: Reader = {
    facts,
    gone: (kind, ids) =>
      ids.flatMap((id) => {
        const one = facts[kind].find((each) => each.id === id);
        return one?.active ? [] : [one?.name ?? `#${id}`];
      }),
    staff: facts.technicians.filter(({ active }) => active),
  };
  return [
    ...units(reader),
    ...jobTypes(reader),
    ...sameWords(facts),
    ...technicians(reader),
    ...windows(reader),
    ...skillsAndZones(reader),
    ...rules(reader),
    ...fields(facts),
    ...facts.oddLocations.map((one) => found('location.otherTimeZone', one, [one.timeZone])),
  ];
}

const inUse = <T extends { readonly active: boolean }>(list: readonly T[]): T[] =>
  list.filter(({ active }) => active);

function* units({ facts, gone, staff }: Reader): Generator<Finding> {
  for (const unit of inUse(facts.units)) {
    if (!staff.some((one) => one.businessUnitId === unit.id)) yield found('unit.noTechnician', unit);
    const does = inUse(facts.jobTypes).some(
      ({ businessUnitIds }) => businessUnitIds.length === 0 || businessUnitIds.includes(unit.id),
    );
    if (!does) yield found('unit.noJobType', unit);
    if (!isZone(unit.timeZone)) yield found('unit.unknownTimeZone', unit, [unit.timeZone]);
    const campaign = gone('campaigns', unit.defaultCampaignId === null ? [] : [unit.defaultCampaignId]);
    if (campaign.length > 0) yield found('unit.campaignGone', unit, campaign);
  }
}

function* jobTypes({ facts, gone, staff }: Reader): Generator<Finding> {
  const longest = Math.max(
    0,
    ...staff.flatMap(({ shifts }) => shifts.map((one) => one.endMinute - one.startMinute)),
  );
  for (const type of inUse(facts.jobTypes)) {
    const { durationMinutes, businessUnitIds, skillIds } = type;
    if (durationMinutes < SHORTEST_VISIT_MINUTES) yield found('jobType.tooShort', type);
    if (longest > 0 && durationMinutes > longest) yield found('jobType.longerThanAnyShift', type);
    if (businessUnitIds.length === 0) yield found('jobType.noUnit', type);
    const unitsGone = gone('units', businessUnitIds);
    if (unitsGone.length > 0) yield found('jobType.unitGone', type, unitsGone);
    const skillsGone = gone('skills', skillIds);
    if (skillsGone.length > 0) yield found('jobType.skillGone', type, skillsGone);
    const crew = staff.filter(
      ({ businessUnitId }) => businessUnitIds.length === 0 || businessUnitIds.includes(businessUnitId),
    );
    const someoneCan = crew.some((one) => hasSkills(one, skillIds));
    // No technicians at all, or a skill that is gone, is told where it is.
    if (crew.length > 0 && skillsGone.length === 0 && !someoneCan) {
      const names = facts.skills.filter(({ id }) => skillIds.includes(id)).map(({ name }) => name);
      yield found('jobType.nobodyCan', type, names);
    }
  }
}

/** The same words for two job types propose only one of them. */
function* sameWords({ jobTypes: types }: LintFacts): Generator<Finding> {
  const firstWith = new Map<string, Subject>();
  for (const type of inUse(types)) {
    for (const words of [type.name, ...type.keywords.split(',')].map((one) => one.trim().toLowerCase())) {
      const other = firstWith.get(words);
      if (words !== '' && other && other.id !== type.id) {
        yield found('jobType.sameWords', type, [words, other.name]);
      } else firstWith.set(words, type);
    }
  }
}

function* technicians({ gone, staff }: Reader): Generator<Finding> {
  for (const one of staff) {
    const unit = gone('units', [one.businessUnitId]);
    if (unit.length > 0) yield found('technician.unitGone', one, unit);
    else if (one.shifts.length === 0) yield found('technician.noShift', one);
    const skills = gone('skills', one.skillIds);
    if (skills.length > 0) yield found('technician.skillGone', one, skills);
    const zones = gone('zones', one.zoneIds);
    if (zones.length > 0) yield found('technician.zoneGone', one, zones);
  }
}

function* windows({ facts, gone, staff }: Reader): Generator<Finding> {
  const active = inUse(facts.windows);
  const isRostered = staff.some(({ shifts }) => shifts.length > 0);
  for (const [at, window] of active.entries()) {
    const { businessUnitId, startMinute, endMinute, weekdays } = window;
    if (endMinute - startMinute < SHORTEST_WINDOW_MINUTES) yield found('window.tooShort', window);
    if (weekdays.length === 0) yield found('window.noDay', window);
    const unit = gone('units', businessUnitId === null ? [] : [businessUnitId]);
    if (unit.length > 0) yield found('window.unitGone', window, unit);
    const worked = staff.some(
      (one) =>
        (businessUnitId === null || one.businessUnitId === businessUnitId) &&
        one.shifts.some(
          (shift) =>
            weekdays.includes(shift.weekday) &&
            shift.startMinute < endMinute &&
            shift.endMinute > startMinute,
        ),
    );
    if (isRostered && unit.length === 0 && weekdays.length > 0 && !worked) {
      yield found('window.nobodyWorks', window);
    }
    const [other] = crossedBy(window, active.slice(0, at));
    if (other) yield found('window.overlaps', window, [other.name]);
  }
}

function* skillsAndZones({ facts, staff }: Reader): Generator<Finding> {
  for (const skill of inUse(facts.skills)) {
    if (!staff.some(({ skillIds }) => skillIds.includes(skill.id))) yield found('skill.nobodyHas', skill);
  }
  for (const zone of inUse(facts.zones)) {
    const isCovered = staff.some((one) => coversZone(one, zone.id));
    if (staff.length > 0 && !isCovered) yield found('zone.nobodyCovers', zone);
  }
}

function* rules({ facts, gone }: Reader): Generator<Finding> {
  for (const rule of inUse(facts.rules)) {
    if (rule.reservePercent >= 100) yield found('rule.reservesAll', rule);
    const named = [
      ...gone('units', rule.businessUnitId === null ? [] : [rule.businessUnitId]),
      ...gone('jobTypes', rule.jobTypeId === null ? [] : [rule.jobTypeId]),
    ];
    if (named.length > 0) yield found('rule.referenceGone', rule, named);
  }
}

function* fields({ customFields }: LintFacts): Generator<Finding> {
  for (const field of customFields) {
    if (field.requiredAtBooking && !field.active) yield found('customField.requiredInactive', field);
    if (field.active && field.kind === 'Choice' && field.choices.length === 0) {
      yield found('customField.noChoice', field);
    }
  }
}
