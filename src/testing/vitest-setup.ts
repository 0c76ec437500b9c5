import { afterEach, beforeEach, expect, vi } from 'vitest';
import { consoleComplaints, watchConsole } from './console.ts';

beforeEach(watchConsole);

afterEach(() => {
  const complaints = consoleComplaints();
  vi.restoreAllMocks();
  expect(
    complaints,
    'the console must stay quiet; expectConsole(/…/) announces what a test provokes',
  ).toEqual([]);
});
