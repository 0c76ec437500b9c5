import { expect, test } from 'vitest';
import { importProblemText, importReasonText, madeWords } from './import-reason-text.ts';
import { unreadableText } from './import-unreadable-text.ts';

test('a moment in a reason stands on the clock of the import’s zone, also in the doubled hour', () => {
  const params = {
    field: 'openedOn',
    text: '2011-11-06 01:30:00',
    earlier: '2011-11-06T05:30:00.000Z',
    later: '2011-11-06T06:30:00.000Z',
    taken: '2011-11-06T05:30:00.000Z',
  };
  expect(importReasonText({ code: 'time.ambiguous', params }, 'America/New_York')).toBe(
    'The opening time 2011-11-06 01:30:00 happened twice that night (Sun 6 Nov 2011 1:30 EDT and Sun 6 Nov 2011 1:30 EST); Sun 6 Nov 2011 1:30 EDT was taken.',
  );
});

test('what was made is told with jobs, customers and locations first, and nothing for nothing', () => {
  const made = [
    { what: 'tag', count: 1 },
    { what: 'location', count: 1 },
    { what: 'job', count: 13556 },
    { what: 'jobType', count: 51 },
    { what: 'campaign', count: 0 },
  ];
  expect(madeWords(made)).toEqual({ main: '13,556 jobs and 1 location', rest: '51 job types and 1 tag' });
  expect(madeWords([])).toEqual({ main: '', rest: '' });
});

test('an unreadable file is told why, where, and what to do', () => {
  expect(unreadableText({ why: 'spreadsheet' })).toContain('Save it as CSV');
  expect(unreadableText({ why: 'quote_not_closed', line: 812 })).toContain('line 812');
  expect(unreadableText({ why: 'cell_too_long', line: 3, max: 262_144 })).toContain(
    'line 3 has a cell of more than 256 kB',
  );
  expect(unreadableText({ why: 'something_new', line: 7 })).toContain('from line 7 on (something new)');
});

test('an interrupted import says what stays', () => {
  expect(importProblemText({ code: 'import.interrupted', params: {} })).toContain('stays');
  expect(importProblemText({ code: 'server.disk_full', params: {} })).toContain('disk is full');
});
