/** Set-up lists, the board's day, and what takes a technician's time besides jobs. */
import { type Route, route } from '../endpoint.ts';
import { dispatching, office } from './roles.ts';

export const board = {
  'setup.get': route('GET', '/api/setup', {
    summary: 'The set-up lists',
    roles: office,
  }),
  'board.day': route('GET', '/api/board', {
    summary: 'One day of the dispatch board',
    roles: office,
  }),
  'timeOff.add': route('POST', '/api/time-off', {
    summary: 'Give a technician time off',
    roles: dispatching,
    idempotency: 'key',
    audit: 'time-off.add',
  }),
  'timeOff.absorb': route('POST', '/api/time-off/absorb', {
    summary: 'A technician is out: time off, and their visits to others, in one step, all or nothing',
    roles: dispatching,
    idempotency: 'key',
    audit: 'time-off.absorb',
  }),
  'timeOff.change': route('PATCH', '/api/time-off/:id', {
    summary: 'Move, rename or take back time off',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'time-off.change',
  }),
  'nonJobEvents.add': route('POST', '/api/non-job-events', {
    summary: 'Add a meeting, training or another non-job event',
    roles: dispatching,
    idempotency: 'key',
    audit: 'non-job-event.add',
  }),
  'nonJobEvents.change': route('PATCH', '/api/non-job-events/:id', {
    summary: 'Move, rename or take back a non-job event',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'non-job-event.change',
  }),
  'shifts.add': route('POST', '/api/shifts', {
    summary: 'Add a shift',
    roles: dispatching,
    idempotency: 'key',
    audit: 'shift.add',
  }),
  'shifts.change': route('PATCH', '/api/shifts/:id', {
    summary: 'Move or take back a shift',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'shift.change',
  }),
} as const satisfies Record<string, Route>;
