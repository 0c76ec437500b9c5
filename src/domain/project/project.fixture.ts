/** A project for the rules' tests: every field as it is before anybody has said anything. */
import { day } from '../time.ts';
import type { Project, ProjectStatus } from './project.ts';

export const STATUSES: readonly ProjectStatus[] = [
  {
    id: 1,
    closes: false,
    active: true,
    subStatuses: [
      { id: 11, active: true },
      { id: 12, active: false },
    ],
  },
  { id: 2, closes: false, active: true, subStatuses: [{ id: 21, active: true }] },
  { id: 3, closes: true, active: true, subStatuses: [] },
  { id: 4, closes: false, active: false, subStatuses: [] },
];

export const TODAY = day('2026-11-21');

export const project = (changes: Partial<Project> = {}): Project => ({
  id: 100,
  number: 1000,
  name: 'Whole house',
  description: '',
  typeId: null,
  customerId: 7,
  locationId: 8,
  billToCustomerId: 7,
  statusId: 1,
  subStatusId: null,
  startsOn: null,
  targetCompletion: null,
  actualCompletion: null,
  managerUserIds: [],
  managerTechnicianIds: [],
  tagIds: [],
  customFields: {},
  currency: 'USD',
  externalKey: null,
  active: true,
  ...changes,
});
