import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { cents, decimalOfCents, quantity, unitPriceFromDecimal } from '#domain/money.ts';
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { day } from '#domain/time.ts';
import { orderWorkbook } from './order-workbook.ts';
import { printedLine, printedLines, printedOrder } from './printed-order.fixture.ts';

async function read(changes: Partial<PrintedOrder> = {}) {
  const sheets = await readWorkbook(Buffer.from(await orderWorkbook(printedOrder(changes))));
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
  return { order: rows('Order'), lines: rows('Lines') };
}
const partsOf = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
const midnight = (on: string) => new Date(`${day(on)}T00:00:00Z`);

describe("the vendor's workbook", () => {
  test('has the lines as a table of texts, figures and days', async () => {
    const { lines } = await read({
      lines: [printedLine(4, { expectedOn: day('2026-12-01') }), printedLine(3)],
    });
    expect(lines).toEqual([
      ['#', 'Part number', 'Description', 'Expected', 'Quantity', 'Unit', 'Cost', 'Amount'],
      [
        4,
        'SCR-8-114',
        'Screw, self-drilling, #8 × 1 1/4″, zinc',
        midnight('2026-12-01'),
        1250,
        'each',
        0.0375,
        46.88,
      ],
      [3, null, 'Delivery to the roof by crane, Monday before 8:00', null, 1.5, 'hour', 185, 277.5],
    ]);
  });

  test('has the order with its amounts on a sheet of its own', async () => {
    const { order } = await read();
    expect(order).toEqual([
      ['Purchase order 1042-1', null],
      ['Company', 'Hearth & Harbor Heating\n84 Wharf Street\nBoston, MA 02110'],
      [
        'Vendor',
        'F. W. Webb Company\n160 Middlesex Turnpike\nBedford, MA 01730\nDana Whitfield\n(781) 555-0136\norders@webb.test',
      ],
      ['Ship to', 'Main warehouse\n12 Dock Road\nBoston, MA 02127\nPhone (617) 555-0142\nFax (617) 555-0143'],
      ['Date', midnight('2026-11-20')],
      ['Required on', midnight('2026-11-25')],
      ['Shipping', 'Vendor truck'],
      ['Ships on', midnight('2026-11-24')],
      ['Terms', 'Net 30'],
      ['Our reference', 'JOB-2291'],
      ['Buyer', 'Priya Natarajan'],
      ['Currency', 'USD'],
      ['Subtotal', 2058.13],
      ['Tax', 142.5],
      ['Shipping', 45],
      ['Total USD', 2245.63],
      ['Notes', 'Call the counter before 7:00 if anything is short.'],
    ]);
  });

  test.each([
    '=HYPERLINK("http://evil.test","x")',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '=1',
    '\t=1',
    '12345',
    '007',
    'TRUE',
    '1e9',
  ])('a description %j stays text', async (description) => {
    const lines = [printedLine(1, { description, code: description })];
    const [, row] = (await read({ lines })).lines;
    const parts = partsOf(await orderWorkbook(printedOrder({ lines })));
    expect(row!.slice(1, 3)).toEqual([description.trim(), description.trim()]);
    for (const [path, xml] of Object.entries(parts)) expect(xml, path).not.toMatch(/<f[ >]/);
    // As text also once somebody edits the cell.
    expect(parts['xl/styles.xml']).toContain('formatCode="@"');
  });

  test('three hundred lines are three hundred rows, every amount to the cent', async () => {
    const lines = printedLines(300);
    const sheet = (await read({ lines })).lines;
    expect(sheet.slice(1).map((row) => row[7])).toEqual(
      lines.map(({ amountCents }) => Number(decimalOfCents(amountCents))),
    );
  });

  test('the smallest and the largest figures are exact', async () => {
    const smallest = { quantity: quantity(1), cost: unitPriceFromDecimal('0.0001'), amountCents: cents(0) };
    const largest = {
      quantity: quantity(99_999_999_999),
      cost: unitPriceFromDecimal('9999999.9999'),
      amountCents: cents(99_999_999_999_999),
    };
    const { lines } = await read({ lines: [printedLine(1, smallest), printedLine(2, largest)] });
    expect(lines.slice(1).map((row) => [row[4], row[6], row[7]])).toEqual([
      [0.0001, 0.0001, 0],
      [9_999_999.9999, 9_999_999.9999, 999_999_999_999.99],
    ]);
  });

  test('an order without lines has the titles of the columns', async () => {
    expect((await read({ lines: [] })).lines).toHaveLength(1);
  });

  test('names of any script and emoji come through; what a workbook cannot hold is a mark', async () => {
    const buyer = 'שלום 北京 Žďár 👩‍🔧';
    const { order } = await read({ buyer, memo: 'bell\u0007 \uD800 \u202Eoverride <b>&amp;' });
    expect(order).toContainEqual(['Buyer', buyer]);
    expect(order).toContainEqual(['Notes', 'bell□ □ override <b>&amp;']);
    const escaped = partsOf(await orderWorkbook(printedOrder({ buyer: 'a_x0041_b' })));
    expect(escaped['xl/sharedStrings.xml']).toContain('a_x005F_x0041_b');
  });
});

describe('on paper and on the screen', () => {
  test('the titles of the columns stay in view and stand on each printed page', async () => {
    const parts = partsOf(await orderWorkbook(printedOrder({ number: 'A&B' })));
    const lines = parts['xl/worksheets/sheet2.xml']!;
    expect(lines).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(lines).toMatch(/<pageSetup [^>]*paperSize="1"[^>]*orientation="landscape"[^>]*fitToWidth="1"/);
    expect(lines).toContain('&amp;LPurchase order A&amp;&amp;B&amp;RPage &amp;P of &amp;N');
    expect(parts['xl/workbook.xml']!.match(/<definedNames.*<\/definedNames>|<definedNames\/>/g)).toEqual([
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">Lines!$1:$1</definedName></definedNames>',
    ]);
    const a4 = partsOf(await orderWorkbook(printedOrder(), 'A4'));
    expect(a4['xl/worksheets/sheet1.xml']).toContain('paperSize="9"');
  });

  test('elements stand in the order in which Excel reads them', async () => {
    const sheet = partsOf(await orderWorkbook(printedOrder()))['xl/worksheets/sheet2.xml']!;
    const order = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'pageMargins', 'pageSetup', 'headerFooter'];
    const places = order.map((name) => sheet.indexOf(`<${name}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  test('the same order gives the same bytes, dated as the order is', async () => {
    const order = printedOrder();
    const file = await orderWorkbook(order);
    expect(Buffer.compare(file, await orderWorkbook(order))).toBe(0);
    // The archive's own time of its first file: 1 January 1980, in the format's oldest day.
    expect(Buffer.from(file).readUInt32LE(10)).toBe(0x0021_0000);
    const core = partsOf(file)['docProps/core.xml'];
    expect(core).toContain('2026-11-20T00:00:00.000Z</dcterms:created>');
    expect(core).toContain('<dc:creator>Hearth &amp; Harbor Heating</dc:creator>');
  });
});
