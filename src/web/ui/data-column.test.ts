import { expect, it } from 'vitest';
import { csvOf, type DataColumn, gridTracks } from './data-column.ts';

type Part = { name: string; cost: string };
const columns: DataColumn<Part>[] = [
  { id: 'name', title: 'Part', cell: (p) => p.name, text: (p) => p.name, grow: 1 },
  { id: 'cost', title: 'Cost, each', cell: (p) => p.cost, text: (p) => p.cost, width: 80 },
  { id: 'open', title: '', cell: () => 'Open', width: 40 },
];

it('a CSV file keeps commas and quotes apart, and leaves out columns without text', () => {
  expect(csvOf(columns, [{ name: 'Elbow 3/4", copper', cost: '1.20' }])).toBe(
    '\uFEFFPart,"Cost, each"\r\n"Elbow 3/4"", copper",1.20\r\n',
  );
});

it('a part named like a formula does not run in a spreadsheet, a negative amount stays a number', () => {
  expect(csvOf(columns, [{ name: '=HYPERLINK("x")', cost: '-84.00' }])).toContain(
    '"\'=HYPERLINK(""x"")",-84.00\r\n',
  );
});

it('columns that grow share the room, the others keep their width', () => {
  expect(gridTracks(columns, true)).toEqual({ tracks: '40px minmax(120px, 1fr) 80px 40px', minWidth: 280 });
  expect(gridTracks(columns.slice(1), false).tracks).toBe('80px 40px minmax(0, 1fr)');
});
