/** Who goes out, where to, with what skills and when. */
import type { SetupField } from './fields.ts';
import { externalKey, name, type SetupKindRow } from './kind-row.ts';
import { SETUP_TITLES } from './kind-titles.ts';

const whose: SetupField = {
  name: 'technicianId',
  title: 'Technician',
  type: 'one',
  of: 'technician',
  required: true,
  fixed: true,
};
const from = (hour: number): SetupField => ({
  name: 'startMinute',
  title: 'From',
  type: 'clock',
  max: 1439,
  required: true,
  initial: hour * 60,
});
const until = (hour: number): SetupField => ({
  name: 'endMinute',
  title: 'Until',
  type: 'clock',
  max: 1440,
  required: true,
  initial: hour * 60,
  hint: 'Not after the start: until the next day.',
});
const days: readonly SetupField[] = [
  { name: 'validFrom', title: 'First day', type: 'day', required: true },
  { name: 'validUntil', title: 'Last day', type: 'day', hint: 'Empty: goes on. The first day: only then.' },
  {
    name: 'exceptDays',
    title: 'Not on',
    type: 'days',
    quiet: true,
    hint: 'Single days off, one after the other.',
  },
];

export const PEOPLE_KINDS = {
  technician: {
    ...SETUP_TITLES.technician,
    purpose: 'Who goes out: the lanes of the board.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      {
        name: 'businessUnitId',
        title: 'Business unit',
        type: 'one',
        of: 'businessUnit',
        required: true,
      },
      {
        name: 'team',
        title: 'Team',
        type: 'text',
        max: 60,
        hint: 'Such as Installers: the board groups by it.',
      },
      { name: 'skillIds', title: 'Skills', type: 'many', of: 'skill' },
      { name: 'zoneIds', title: 'Dispatch zones', type: 'many', of: 'zone' },
      { name: 'phone', title: 'Phone', type: 'phone' },
      { name: 'email', title: 'E-mail', type: 'email', quiet: true },
      { name: 'smsAllowed', title: 'May be sent SMS', type: 'yesNo', initial: true, quiet: true },
      { name: 'emailAllowed', title: 'May be sent e-mail', type: 'yesNo', initial: true, quiet: true },
      { name: 'homeBase', title: 'Home base', type: 'text', max: 200, quiet: true },
      { name: 'latitude', title: 'Latitude', type: 'degrees', most: 90, quiet: true },
      { name: 'longitude', title: 'Longitude', type: 'degrees', most: 180, quiet: true },
      externalKey,
    ],
  },
  shiftPattern: {
    ...SETUP_TITLES.shiftPattern,
    purpose: 'Working hours that repeat by the week. Single days are changed on the board.',
    naming: 'name',
    uniqueWithin: null,
    listedBy: ['technicianId', 'validFrom', 'startMinute'],
    inOrder: [['validFrom', 'validUntil']],
    fields: [
      whose,
      { name: 'name', title: 'Name', type: 'text', max: 80, hint: 'Such as Early or On call.' },
      { name: 'weekdays', title: 'On', type: 'weekdays', required: true, initial: [1, 2, 3, 4, 5] },
      from(8),
      until(17),
      ...days,
      externalKey,
    ],
  },
  eventPattern: {
    ...SETUP_TITLES.eventPattern,
    purpose: 'Meetings, training and other time nobody can be booked in, once or every week.',
    naming: 'name',
    uniqueWithin: null,
    listedBy: ['technicianId', 'validFrom', 'startMinute'],
    inOrder: [['validFrom', 'validUntil']],
    fields: [
      whose,
      {
        name: 'name',
        title: 'What it is',
        type: 'text',
        max: 80,
        required: true,
        hint: 'Such as Safety meeting.',
      },
      {
        name: 'weekdays',
        title: 'On',
        type: 'weekdays',
        required: true,
        initial: [0, 1, 2, 3, 4, 5, 6],
      },
      from(8),
      until(9),
      ...days,
      externalKey,
    ],
  },
  holdingLane: {
    ...SETUP_TITLES.holdingLane,
    purpose:
      'Lanes on the board that are nobody’s: visits are parked there at a time until somebody is given them. No capacity, no hours, no pay.',
    naming: 'name',
    uniqueWithin: [],
    listedBy: ['position'],
    fields: [
      name(40),
      {
        name: 'businessUnitId',
        title: 'Business unit',
        type: 'one',
        of: 'businessUnit',
        hint: 'None: on the board of every unit.',
      },
      { name: 'position', title: 'Order', type: 'whole', min: 0, max: 999, initial: 0, required: true },
      externalKey,
    ],
  },
  technicianCost: {
    ...SETUP_TITLES.technicianCost,
    purpose:
      'What an hour of a technician costs the company, from a day on. Projects count their labor with it.',
    naming: 'technicianId',
    uniqueWithin: ['validFrom'],
    listedBy: ['technicianId', 'validFrom'],
    fields: [
      whose,
      { name: 'validFrom', title: 'From', type: 'day', required: true },
      {
        name: 'hourlyCost',
        title: 'Cost per hour',
        type: 'unitPrice',
        max: 100_000_000,
        required: true,
        hint: 'In the currency of the technician’s business unit.',
      },
      externalKey,
    ],
  },
  skill: {
    ...SETUP_TITLES.skill,
    purpose: 'What a job asks for and a technician has.',
    naming: 'name',
    uniqueWithin: [],
    fields: [name(), externalKey],
  },
  zone: {
    ...SETUP_TITLES.zone,
    purpose: 'Territories of technicians and customers.',
    naming: 'name',
    uniqueWithin: [],
    fields: [name(), externalKey],
  },
} as const satisfies Record<string, SetupKindRow>;
