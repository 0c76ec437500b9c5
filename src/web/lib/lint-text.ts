/** What is wrong with the set-up, in sentences that say what to do (`domain/capacity/lint.ts`). */
import {
  type LintCode,
  SHORTEST_VISIT_MINUTES,
  SHORTEST_WINDOW_MINUTES,
} from '#domain/capacity/lint-facts.ts';
import { formatMinutes } from './format.ts';

const listed = (names: readonly string[]): string => new Intl.ListFormat('en-US').format(names);
type Words = (about: readonly string[]) => string;

const TEXT: Readonly<Record<LintCode, Words>> = {
  'unit.noTechnician': () => 'No technician works for it, so none of its windows is ever open. Add one.',
  'unit.noJobType': () =>
    'No job type belongs to it, so nothing can be booked for it. Map one, or hide the unit.',
  'unit.unknownTimeZone': ([zone]) => `“${zone}” is not a time zone. Choose one.`,
  'unit.campaignGone': (about) => `Its usual campaign ${listed(about)} is hidden. Choose another.`,
  'jobType.tooShort': () =>
    `It takes less than ${formatMinutes(SHORTEST_VISIT_MINUTES)}. Set how long a visit lasts.`,
  'jobType.longerThanAnyShift': () =>
    'It takes longer than anybody’s shift, so no window is ever open for it.',
  'jobType.noUnit': () =>
    'It belongs to no business unit, so every unit is offered it. Map the units that do it.',
  'jobType.unitGone': (about) => `It is mapped to ${listed(about)}, which is hidden. Take it off.`,
  'jobType.skillGone': (about) => `It needs ${listed(about)}, which is hidden. Choose another skill.`,
  'jobType.nobodyCan': (about) =>
    `Nobody of its units has ${listed(about)} together, so no window is ever open for it.`,
  'jobType.sameWords': ([words, other]) =>
    `“${words}” also stands for ${other}, so typing it proposes only one of them.`,
  'technician.noShift': () =>
    'Has no shift in the next two weeks, so counts nowhere. Plan shifts, or hide the technician.',
  'technician.unitGone': (about) => `Works for ${listed(about)}, which is hidden.`,
  'technician.skillGone': (about) => `Has ${listed(about)}, which is hidden.`,
  'technician.zoneGone': (about) => `Works in ${listed(about)}, which is hidden.`,
  'window.tooShort': () => `It is shorter than ${formatMinutes(SHORTEST_WINDOW_MINUTES)}.`,
  'window.noDay': () => 'It is offered on no day of the week.',
  'window.unitGone': (about) => `It belongs to ${listed(about)}, which is hidden.`,
  'window.nobodyWorks': () => 'Nobody is on shift at that time on any of its days, so it is always closed.',
  'window.overlaps': (about) => `It runs across ${listed(about)} on the same days.`,
  'skill.nobodyHas': () => 'No technician has it. Give it to somebody, or hide it.',
  'zone.nobodyCovers': () => 'No technician works there, so nothing there can be booked. Add it to somebody.',
  'rule.reservesAll': () => 'It holds back everything, so those windows are closed for all it fits.',
  'rule.referenceGone': (about) => `It is about ${listed(about)}, which is hidden, so it never fits.`,
  'customField.requiredInactive': () => 'It is required at booking but hidden, so it is never asked for.',
  'customField.noChoice': () => 'It is a choice without anything to choose.',
  'location.otherTimeZone': ([zone]) => `Its clock is ${zone}, which no business unit has. Is that right?`,
};

export const lintText = (code: LintCode, about: readonly string[]): string => TEXT[code](about);

/** Kinds of records in the order a company sets them up, with the list of Settings that mends them. */
export const LINT_KINDS = [
  ['unit', 'Business units', 'business-units'],
  ['jobType', 'Job types', 'job-types'],
  ['technician', 'Technicians', 'technicians'],
  ['skill', 'Skills', 'skills'],
  ['zone', 'Dispatch zones', 'zones'],
  ['window', 'Arrival windows', 'arrival-windows'],
  ['rule', 'Capacity rules', 'capacity-rules'],
  ['customField', 'Custom fields', 'custom-fields'],
  ['location', 'Locations', null],
] as const;
