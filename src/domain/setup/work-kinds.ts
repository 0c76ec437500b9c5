/** What is done, for whom it is done, and what is promised on the phone. */
import { JOB_PRIORITIES } from '../job/job-card.ts';
import { MAX_APPOINTMENT_DAYS } from '../job/times.ts';
import { DEFAULT_TRAVEL } from '../schedule/travel.ts';
import type { SetupField } from './fields.ts';
import { externalKey, name, type SetupKindRow } from './kind-row.ts';
import { SETUP_TITLES } from './kind-titles.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
/** What drives are counted with until a company has said otherwise. */
const usual = { ...DEFAULT_TRAVEL, wayPercent: Math.round(DEFAULT_TRAVEL.detourFactor * 100) };
export const REASON_KINDS = ['Hold', 'Cancel'] as const;

/** Where a unit's money is booked to, by purpose (domain-rules §8). */
const account = (name: string, title: string, hint: string): SetupField => ({
  ...{ name, title, hint },
  type: 'one',
  of: 'glAccount',
  quiet: true,
});

export const WORK_KINDS = {
  businessUnit: {
    ...SETUP_TITLES.businessUnit,
    purpose: 'The departments that do the work, each with its own clock and currency.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      { name: 'timeZone', title: 'Time zone', type: 'timeZone', required: true, initial: 'America/New_York' },
      { name: 'currency', title: 'Currency', type: 'currency', required: true, initial: 'USD' },
      {
        name: 'defaultCampaignId',
        title: 'Usual campaign',
        type: 'one',
        of: 'campaign',
        quiet: true,
        hint: 'Proposed while booking when nothing else says how the caller found you.',
      },
      { name: 'taxZoneId', title: 'Tax zone', type: 'one', of: 'taxZone', quiet: true },
      {
        name: 'paymentTermId',
        title: 'Payment term',
        type: 'one',
        of: 'paymentTerm',
        quiet: true,
        hint: 'Of customers who have none of their own. None: due on receipt.',
      },
      account(
        'incomeAccountId',
        'Income account',
        'Of what is sold, where neither SKU nor item says another.',
      ),
      account('receivableAccountId', 'Receivable account', 'What customers owe.'),
      account('unappliedAccountId', 'Unapplied account', 'Paid, and not yet applied to an invoice.'),
      account('taxAccountId', 'Sales tax account', 'What is owed to the tax office.'),
      account('writeOffAccountId', 'Write-off account', 'What is given up of what customers owe.'),
      account('refundAccountId', 'Refund account', 'What is given back of what was earned.'),
      externalKey,
    ],
  },
  jobType: {
    ...SETUP_TITLES.jobType,
    purpose: 'What customers call about, how long it takes and what a technician must be able to do.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      {
        name: 'businessUnitIds',
        title: 'Business units',
        type: 'many',
        of: 'businessUnit',
        hint: 'None ticked: every unit may take it.',
      },
      { name: 'skillIds', title: 'Skills', type: 'many', of: 'skill' },
      {
        name: 'durationMinutes',
        title: 'Duration',
        type: 'minutes',
        min: 5,
        max: MAX_APPOINTMENT_DAYS * 24 * 60,
        required: true,
        initial: 60,
      },
      {
        name: 'priority',
        title: 'Priority',
        type: 'choice',
        choices: JOB_PRIORITIES,
        required: true,
        initial: 'Normal',
      },
      {
        name: 'keywords',
        title: 'Keywords',
        type: 'text',
        max: 1000,
        quiet: true,
        hint: 'Words callers use for it, with commas between: no cool, not cooling, ac out.',
      },
      externalKey,
    ],
  },
  campaign: {
    ...SETUP_TITLES.campaign,
    purpose: 'Where calls come from. Every booking names one.',
    naming: 'name',
    uniqueWithin: [],
    fields: [name(), externalKey],
  },
  reason: {
    ...SETUP_TITLES.reason,
    purpose: 'Why a job is put on hold or canceled. Each of the two needs at least one.',
    naming: 'name',
    uniqueWithin: ['kind'],
    listedBy: ['kind'],
    fields: [
      name(),
      { name: 'kind', title: 'For', type: 'choice', choices: REASON_KINDS, required: true, fixed: true },
      externalKey,
    ],
  },
  arrivalWindow: {
    ...SETUP_TITLES.arrivalWindow,
    purpose: 'What is promised on the phone, on the clock of the place.',
    naming: 'name',
    uniqueWithin: ['businessUnitId'],
    listedBy: ['businessUnitId', 'startMinute', 'endMinute'],
    inOrder: [['startMinute', 'endMinute']],
    fields: [
      name(40),
      {
        name: 'businessUnitId',
        title: 'Business unit',
        type: 'one',
        of: 'businessUnit',
        hint: 'None: every unit offers it.',
      },
      { name: 'startMinute', title: 'From', type: 'clock', max: 1439, required: true, initial: 8 * 60 },
      { name: 'endMinute', title: 'Until', type: 'clock', max: 1440, required: true, initial: 10 * 60 },
      { name: 'weekdays', title: 'On', type: 'weekdays', required: true, initial: everyDay },
      externalKey,
    ],
  },
  capacityRule: {
    ...SETUP_TITLES.capacityRule,
    purpose:
      'What is held back for urgent work and how far a window may be overbooked. The most specific rule decides.',
    naming: 'name',
    uniqueWithin: [],
    inOrder: [['startMinute', 'endMinute']],
    together: ['startMinute', 'endMinute'],
    fields: [
      name(),
      {
        name: 'businessUnitId',
        title: 'Business unit',
        type: 'one',
        of: 'businessUnit',
        hint: 'None: all units.',
      },
      { name: 'jobTypeId', title: 'Job type', type: 'one', of: 'jobType', hint: 'None: all types.' },
      {
        name: 'priority',
        title: 'Priority',
        type: 'choice',
        choices: JOB_PRIORITIES,
        hint: 'None: all priorities.',
      },
      {
        name: 'startMinute',
        title: 'Windows from',
        type: 'clock',
        max: 1439,
        hint: 'Both times or none.',
      },
      { name: 'endMinute', title: 'Windows until', type: 'clock', max: 1440 },
      {
        name: 'reservePercent',
        title: 'Held back, %',
        type: 'whole',
        min: 0,
        max: 100,
        required: true,
        initial: 0,
      },
      {
        name: 'overbookPercent',
        title: 'Overbook by, %',
        type: 'whole',
        min: 0,
        max: 100,
        required: true,
        initial: 0,
      },
      externalKey,
    ],
  },
  driveRule: {
    ...SETUP_TITLES.driveRule,
    purpose: `How long drives are reckoned to take where no road map says it. Of several in use the newest counts; without one: ${usual.wayPercent} %, ${usual.kmPerHour} km/h, ${usual.unknownMinutes} minutes.`,
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      {
        name: 'wayPercent',
        title: 'Way, % of the straight line',
        type: 'whole',
        min: 100,
        max: 400,
        required: true,
        initial: usual.wayPercent,
      },
      {
        name: 'kmPerHour',
        title: 'Speed, km/h',
        type: 'whole',
        min: 5,
        max: 130,
        required: true,
        initial: usual.kmPerHour,
        hint: 'On the way, lights and parking included.',
      },
      {
        name: 'unknownMinutes',
        title: 'When nobody knows where',
        type: 'minutes',
        min: 1,
        max: 240,
        required: true,
        initial: usual.unknownMinutes,
      },
      externalKey,
    ],
  },
} as const satisfies Record<string, SetupKindRow>;
