/** What each column probably means, from its name and a few of its values. People correct it before anything is read. */
import { plainHeader } from './cell-text.ts';
import type { ImportField } from './fields.ts';

type Guess = {
  readonly field: ImportField;
  /** Names as exporters write them, lower case, words parted by one space; earlier is surer. */
  readonly names: readonly string[];
  /** What a value looks like; a named column whose values all look different is not taken. */
  readonly looks?: RegExp;
};

const TIME = /^\s*(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})/;
const DEGREES = /^\s*-?\d{1,3}(\.\d+)?\s*$/;

const GUESSES: readonly Guess[] = [
  {
    field: 'externalId',
    names: [
      'case enquiry id',
      'case id',
      'request id',
      'service request id',
      'service request number',
      'unique key',
      'ticket id',
      'external id',
      'case number',
      'request number',
      'id',
    ],
    looks: /\S/,
  },
  {
    field: 'openedOn',
    names: [
      'open dt',
      'opened on',
      'opened',
      'open date',
      'created date',
      'created on',
      'requested datetime',
      'created',
      'date opened',
    ],
    looks: TIME,
  },
  {
    field: 'dueOn',
    names: [
      'target dt',
      'sla target dt',
      'due date',
      'due on',
      'due',
      'expected datetime',
      'target date',
      'target',
    ],
    looks: TIME,
  },
  {
    field: 'closedOn',
    names: [
      'closed dt',
      'close dt',
      'closed date',
      'closed on',
      'closed',
      'resolved on',
      'completed on',
      'date closed',
    ],
    looks: TIME,
  },
  { field: 'summary', names: ['case title', 'title', 'summary', 'subject line', 'short description'] },
  {
    field: 'category',
    names: [
      'type',
      'service name',
      'request type',
      'complaint type',
      'service request type',
      'category',
      'case type',
    ],
  },
  { field: 'details', names: ['description', 'details', 'notes', 'comments', 'descriptor'] },
  {
    field: 'address',
    names: ['location', 'address', 'full address', 'incident address', 'service address', 'case location'],
    looks: /[a-z]{2}/i,
  },
  {
    field: 'street',
    names: ['location street name', 'street', 'street address', 'street name', 'address 1'],
  },
  { field: 'city', names: ['city', 'town', 'municipality'] },
  { field: 'state', names: ['state', 'province'], looks: /^\s*[A-Za-z]{2}\s*$/ },
  {
    field: 'zip',
    names: ['location zipcode', 'zip', 'zip code', 'zipcode', 'postal code', 'incident zip'],
    looks: /\d{3}/,
  },
  { field: 'latitude', names: ['latitude', 'lat'], looks: DEGREES },
  { field: 'longitude', names: ['longitude', 'lon', 'lng', 'long'], looks: DEGREES },
  { field: 'source', names: ['source', 'channel', 'origin', 'method received', 'open data channel type'] },
];

/**
 * One guess per column, each field at most once, `ignore` for the rest. `samples[i]` are values of column i; a column
 * without a value is judged by its name alone.
 */
export function guessColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): ImportField[] {
  const names = headers.map(plainHeader);
  const guesses = headers.map((): ImportField => 'ignore');
  for (const { field, names: known, looks } of GUESSES) {
    const column = known
      .flatMap((name) => names.flatMap((have, index) => (have === name ? [index] : [])))
      .find((index) => {
        const values = (samples[index] ?? []).filter((value) => value.trim() !== '');
        return (
          guesses[index] === 'ignore' && (!looks || values.length === 0 || values.some((v) => looks.test(v)))
        );
      });
    if (column !== undefined) guesses[column] = field;
  }
  return guesses;
}
