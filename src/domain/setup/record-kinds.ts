/** What sticks to records, and where projects stand. */

import { externalKey, name, type SetupKindRow } from './kind-row.ts';
import { SETUP_TITLES } from './kind-titles.ts';

export const TAG_COLORS = ['neutral', 'accent', 'success', 'warning', 'danger', 'info'] as const;
/** The records with a place for them. */
export const CUSTOM_FIELD_OWNERS = ['job', 'project'] as const;
export const CUSTOM_FIELD_KINDS = ['Text', 'Number', 'Date', 'Instant', 'Choice', 'YesNo'] as const;

export const RECORD_KINDS = {
  projectStatus: {
    ...SETUP_TITLES.projectStatus,
    purpose: 'Where a project stands, in this company’s own words and order.',
    naming: 'name',
    uniqueWithin: [],
    listedBy: ['position'],
    fields: [
      name(),
      { name: 'position', title: 'Order', type: 'whole', min: 0, max: 999, initial: 0, required: true },
      { name: 'closes', title: 'Ends the project', type: 'yesNo' },
      externalKey,
    ],
  },
  projectSubStatus: {
    ...SETUP_TITLES.projectSubStatus,
    purpose: 'Steps within a project status.',
    naming: 'name',
    uniqueWithin: ['statusId'],
    listedBy: ['statusId', 'position'],
    fields: [
      name(),
      {
        name: 'statusId',
        title: 'Of the status',
        type: 'one',
        of: 'projectStatus',
        required: true,
        fixed: true,
      },
      { name: 'position', title: 'Order', type: 'whole', min: 0, max: 999, initial: 0, required: true },
      externalKey,
    ],
  },
  projectType: {
    ...SETUP_TITLES.projectType,
    purpose: 'Kinds of larger work, such as a change-out or new construction.',
    naming: 'name',
    uniqueWithin: [],
    fields: [name(), externalKey],
  },
  tag: {
    ...SETUP_TITLES.tag,
    purpose: 'Words that stick to customers and jobs.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(40),
      {
        name: 'color',
        title: 'Color',
        type: 'choice',
        choices: TAG_COLORS,
        required: true,
        initial: 'neutral',
      },
      externalKey,
    ],
  },
  customField: {
    ...SETUP_TITLES.customField,
    purpose: 'What only this company writes down.',
    naming: 'label',
    uniqueWithin: ['owner'],
    listedBy: ['owner', 'position'],
    neededWhen: { field: 'choices', when: 'kind', is: 'Choice' },
    fields: [
      { name: 'label', title: 'Name', type: 'text', max: 80, required: true },
      {
        name: 'owner',
        title: 'Of a',
        type: 'choice',
        choices: CUSTOM_FIELD_OWNERS,
        required: true,
        initial: 'job',
        fixed: true,
      },
      {
        name: 'kind',
        title: 'Kind',
        type: 'choice',
        choices: CUSTOM_FIELD_KINDS,
        required: true,
        initial: 'Text',
        fixed: true,
      },
      {
        name: 'choices',
        title: 'Choices',
        type: 'text',
        max: 2000,
        quiet: true,
        hint: 'For a choice: what can be chosen, with commas between.',
      },
      { name: 'requiredAtBooking', title: 'Needed to book', type: 'yesNo' },
      { name: 'position', title: 'Order', type: 'whole', min: 0, max: 999, initial: 0, required: true },
      externalKey,
    ],
  },
} as const satisfies Record<string, SetupKindRow>;
