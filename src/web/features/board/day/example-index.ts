/** A small day for the board's tests: two units, skills, zones, shifts; nothing of the product imports this. */
import type { BoardDay, BoardTechnician } from '#contract/board.ts';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import { instant } from '#domain/time.ts';
import { exampleAppointment, exampleDay } from '../../../data/live/example-board.ts';

export const utc = (clock: string) => instant(`2026-11-20T${clock}:00.000Z`);

export const SETUP: Setup = {
  companyName: 'Demo',
  businessUnits: [
    { id: 1, name: 'HVAC', active: true, timeZone: 'UTC', currency: 'USD', defaultCampaignId: null },
    { id: 2, name: 'Plumbing', active: true, timeZone: 'UTC', currency: 'USD', defaultCampaignId: null },
  ],
  jobTypes: [
    {
      id: 1,
      name: 'No cool',
      active: true,
      businessUnitIds: [1],
      skillIds: [],
      durationMinutes: 90,
      priority: 'Normal',
      keywords: '',
    },
    {
      id: 2,
      name: 'Gas leak',
      active: true,
      businessUnitIds: [1],
      skillIds: [7],
      durationMinutes: 60,
      priority: 'Urgent',
      keywords: '',
    },
  ],
  technicians: [],
  holdingLanes: [],
  campaigns: [],
  arrivalWindows: [],
  tags: [],
  reasons: [],
  zones: [
    { id: 5, name: 'North', active: true },
    { id: 6, name: 'South', active: true },
  ],
  skills: [{ id: 7, name: 'Gas', active: true }],
  taxZones: [],
  paymentTerms: [],
  customFields: [],
};

export const technician = (id: number, changes: Partial<BoardTechnician> = {}): BoardTechnician => ({
  id,
  name: ['', 'Ana Reyes', 'Sam Kowalski', 'Wei Zhang', 'Priya Nair'][id] ?? `Technician ${id}`,
  businessUnitId: 1,
  skillIds: [7],
  zoneIds: [],
  latitude: 42.3,
  longitude: -71.05,
  active: true,
  shifts: [
    {
      id: 900 + id,
      version: 1,
      technicianId: id,
      start: utc('08:00'),
      end: utc('17:00'),
      externalKey: null,
      active: true,
    },
  ],
  timeOff: [],
  nonJobEvents: [],
  ...changes,
});

export const assigned = (
  id: number,
  technicianId: number,
  changes: Partial<AssignmentView> = {},
): AssignmentView => ({
  id,
  technicianId,
  technicianName: technician(technicianId).name,
  status: 'Scheduled',
  paused: false,
  dispatchedOn: null,
  arrivedOn: null,
  workStartedOn: null,
  pausedOn: null,
  resumedOn: null,
  doneOn: null,
  override: null,
  ...changes,
});

export const visit = (
  id: number,
  from: string,
  to: string,
  changes: Partial<AppointmentView> = {},
): AppointmentView =>
  exampleAppointment({
    id,
    jobId: 100 + id,
    jobNumber: 1000 + id,
    start: utc(from),
    end: utc(to),
    isConfirmed: true,
    latitude: 42.35,
    longitude: -71.06,
    ...changes,
  });

export const dayOf = (
  appointments: AppointmentView[],
  technicians = [1, 2, 3].map((id) => technician(id)),
): BoardDay =>
  exampleDay({
    day: '2026-11-20' as BoardDay['day'],
    start: utc('00:00'),
    end: instant('2026-11-21T00:00:00.000Z'),
    technicians,
    appointments,
  });
