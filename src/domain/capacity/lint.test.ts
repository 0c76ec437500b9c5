import { describe, expect, test } from 'vitest';
import { lintSetUp } from './lint.ts';
import { LINT_CODES, type LintFacts } from './lint-facts.ts';

const named = (id: number, name: string) => ({ id, name, active: true });
const ALL_WEEK = [0, 1, 2, 3, 4, 5, 6];
const shifts = ALL_WEEK.map((weekday) => ({ weekday, startMinute: 480, endMinute: 1080 }));
const jobType = {
  ...named(11, 'No cool'),
  businessUnitIds: [1],
  skillIds: [31],
  durationMinutes: 90,
  keywords: 'warm air',
};
const technician = { ...named(21, 'Ana'), businessUnitId: 1, skillIds: [31], zoneIds: [51], shifts };
const window = {
  ...named(41, 'Early'),
  businessUnitId: null,
  startMinute: 480,
  endMinute: 600,
  weekdays: ALL_WEEK,
};
const rule = { ...named(71, 'Mornings'), businessUnitId: 1, jobTypeId: null, reservePercent: 15 };
const field = { ...named(81, 'Gate code'), requiredAtBooking: false, kind: 'Text', choices: [] };
const CLEAN: LintFacts = {
  units: [{ ...named(1, 'HVAC'), timeZone: 'America/New_York', defaultCampaignId: 61 }],
  jobTypes: [jobType],
  technicians: [technician],
  windows: [window, { ...window, id: 42, name: 'Long morning', endMinute: 720, weekdays: [6] }],
  skills: [named(31, 'Cooling')],
  zones: [named(51, 'North')],
  campaigns: [named(61, 'Referral')],
  rules: [rule],
  customFields: [field, { ...field, id: 82, name: 'Old one', active: false }],
  oddLocations: [],
};
const hidden = <T extends { active: boolean }>(one: T): T => ({ ...one, active: false });

/** Code, the record named, and the fault put into the clean set-up. */
const FAULTS: readonly [string, string, Partial<LintFacts>][] = [
  [
    'unit.noTechnician',
    'Solar',
    {
      units: [...CLEAN.units, { ...CLEAN.units[0]!, id: 2, name: 'Solar' }],
      jobTypes: [{ ...jobType, businessUnitIds: [1, 2] }],
    },
  ],
  [
    'unit.noJobType',
    'Drains',
    {
      units: [...CLEAN.units, { ...CLEAN.units[0]!, id: 3, name: 'Drains' }],
      technicians: [technician, { ...technician, id: 22, businessUnitId: 3 }],
    },
  ],
  ['unit.unknownTimeZone', 'HVAC', { units: [{ ...CLEAN.units[0]!, timeZone: 'Mars/North' }] }],
  ['unit.campaignGone', 'HVAC', { campaigns: [hidden(CLEAN.campaigns[0]!)] }],
  [
    'jobType.tooShort',
    'Chat',
    { jobTypes: [jobType, { ...jobType, id: 12, name: 'Chat', keywords: '', durationMinutes: 0 }] },
  ],
  [
    'jobType.longerThanAnyShift',
    'Marathon',
    { jobTypes: [jobType, { ...jobType, id: 13, name: 'Marathon', keywords: '', durationMinutes: 700 }] },
  ],
  [
    'jobType.noUnit',
    'Anything',
    { jobTypes: [jobType, { ...jobType, id: 14, name: 'Anything', keywords: '', businessUnitIds: [] }] },
  ],
  ['jobType.unitGone', 'No cool', { jobTypes: [{ ...jobType, businessUnitIds: [1, 99] }] }],
  ['jobType.skillGone', 'No cool', { jobTypes: [{ ...jobType, skillIds: [31, 98] }] }],
  [
    'jobType.nobodyCan',
    'Boiler',
    {
      jobTypes: [jobType, { ...jobType, id: 15, name: 'Boiler', keywords: '', skillIds: [31, 32] }],
      skills: [...CLEAN.skills, named(32, 'Gas')],
      technicians: [technician, { ...technician, id: 23, skillIds: [32] }],
    },
  ],
  [
    'jobType.sameWords',
    'Hot',
    { jobTypes: [jobType, { ...jobType, id: 16, name: 'Hot', keywords: 'Warm air' }] },
  ],
  [
    'technician.noShift',
    'Sam',
    { technicians: [technician, { ...technician, id: 24, name: 'Sam', shifts: [] }] },
  ],
  [
    'technician.unitGone',
    'Kim',
    { technicians: [technician, { ...technician, id: 25, name: 'Kim', businessUnitId: 97 }] },
  ],
  ['technician.skillGone', 'Ana', { technicians: [{ ...technician, skillIds: [31, 96] }] }],
  ['technician.zoneGone', 'Ana', { technicians: [{ ...technician, zoneIds: [51, 95] }] }],
  [
    'window.tooShort',
    'Blink',
    { windows: [window, { ...window, id: 43, name: 'Blink', startMinute: 660, endMinute: 675 }] },
  ],
  ['window.noDay', 'Never', { windows: [window, { ...window, id: 44, name: 'Never', weekdays: [] }] }],
  ['window.unitGone', 'Ghost', { windows: [{ ...window, name: 'Ghost', businessUnitId: 94 }] }],
  [
    'window.nobodyWorks',
    'Night',
    { windows: [window, { ...window, id: 45, name: 'Night', startMinute: 1200, endMinute: 1320 }] },
  ],
  [
    'window.overlaps',
    'Across',
    { windows: [window, { ...window, id: 46, name: 'Across', startMinute: 540, endMinute: 660 }] },
  ],
  ['skill.nobodyHas', 'Solar', { skills: [...CLEAN.skills, named(33, 'Solar')] }],
  ['zone.nobodyCovers', 'Cape', { zones: [...CLEAN.zones, named(52, 'Cape')] }],
  ['rule.reservesAll', 'Mornings', { rules: [{ ...rule, reservePercent: 100 }] }],
  ['rule.referenceGone', 'Mornings', { rules: [{ ...rule, jobTypeId: 93 }] }],
  [
    'customField.requiredInactive',
    'Gate code',
    { customFields: [{ ...field, requiredAtBooking: true, active: false }] },
  ],
  ['customField.noChoice', 'Gate code', { customFields: [{ ...field, kind: 'Choice' }] }],
  [
    'location.otherTimeZone',
    'Bondi',
    { oddLocations: [{ id: 91, name: 'Bondi', timeZone: 'Australia/Sydney', customerId: 7 }] },
  ],
];

describe('the check of the set-up', () => {
  test('finds nothing in one that works', () => {
    expect(lintSetUp(CLEAN)).toEqual([]);
  });

  test.each(FAULTS)('finds %s at %s, and nothing else', (code, name, fault) => {
    expect(lintSetUp({ ...CLEAN, ...fault }).map((one) => [one.code, one.name])).toEqual([[code, name]]);
  });

  test('every finding there is has a seeded fault here', () => {
    expect(FAULTS.map(([code]) => code).sort()).toEqual([...LINT_CODES].sort());
  });

  test('what is hidden harms nobody', () => {
    const off = { ...CLEAN, jobTypes: [jobType, hidden({ ...jobType, id: 17, durationMinutes: 0 })] };
    expect(
      lintSetUp({ ...off, technicians: [technician, hidden({ ...technician, id: 26, shifts: [] })] }),
    ).toEqual([]);
  });
});
