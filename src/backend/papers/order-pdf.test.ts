import { describe, expect, test } from 'vitest';
import { cents, quantity, unitPrice } from '#domain/money.ts';
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { day } from '#domain/time.ts';
import { orderPdf } from './order-pdf.ts';
import { readPdf } from './pdf-text.fixture.ts';
import { printedLine, printedLines, printedOrder } from './printed-order.fixture.ts';

const pagesOf = async (changes: Partial<PrintedOrder> = {}) => readPdf(await orderPdf(printedOrder(changes)));
const textOf = async (changes: Partial<PrintedOrder>) =>
  (await pagesOf(changes)).flatMap(({ lines }) => lines).join('\n');
/** The numbers in the first column of a page. */
const positionsOn = ({ words }: Awaited<ReturnType<typeof pagesOf>>[number]) =>
  words.flatMap(({ text, x, width }) => (/^\d+$/.test(text) && x + width < 62 ? [Number(text)] : []));

describe("the vendor's paper", () => {
  test('says who orders what from whom, to where, when and for how much', async () => {
    const [page] = await pagesOf();
    expect(page!.lines).toEqual([
      'Hearth & Harbor Heating Purchase order 1042-1',
      '84 Wharf Street',
      'Boston, MA 02110',
      'Vendor Ship to Date Fri 20 Nov 2026',
      'F. W. Webb Company Main warehouse Required on Wed 25 Nov 2026',
      '160 Middlesex Turnpike 12 Dock Road Shipping Vendor truck',
      'Bedford, MA 01730 Boston, MA 02127 Ships on Tue 24 Nov 2026',
      'Dana Whitfield Phone (617) 555-0142 Terms Net 30',
      '(781) 555-0136 Fax (617) 555-0143 Our reference JOB-2291',
      'orders@webb.test Buyer Priya Natarajan',
      'Currency USD',
      '# Part number Description Quantity Unit Cost Amount',
      '1 TACO-007-F5 Circulator pump, cast iron, 1/25 hp 2 each 118.40 236.80',
      '2 PEX-34-300 PEX tubing 3/4″ with oxygen barrier, coil of 300 ft 1 coil 212.00 212.00',
      '3 Delivery to the roof by crane, Monday before 8:00 1.5 hour 185.00 277.50',
      '4 SCR-8-114 Screw, self-drilling, #8 × 1 1/4″, zinc 1,250 each 0.0375 46.88',
      '5 RHEEM-PROG50-42N-RH67 Water heater, natural gas, 50 gal, atmospheric vent, 6 year 1 each 1,284.95 1,284.95',
      'warranty',
      'Subtotal 2,058.13',
      'Tax 142.50',
      'Shipping 45.00',
      'Total USD 2,245.63',
      'Notes',
      'Call the counter before 7:00 if anything is short.',
      'Purchase order 1042-1 Page 1 of 1',
    ]);
  });

  test('leaves out what is not known, and a column that no line fills', async () => {
    const text = await textOf({
      ourReference: '',
      terms: '',
      memo: '',
      shippingType: '',
      shippingDate: null,
    });
    for (const word of ['Our reference', 'Terms', 'Notes', 'Ships on', 'Expected'])
      expect(text).not.toContain(word);
    const lines = [printedLine(1, { expectedOn: day('2026-12-01') }), printedLine(2)];
    expect(await textOf({ lines })).toContain('Tue 1 Dec 2026');
  });

  test('shows the tax per category when the order says so', async () => {
    const text = await textOf({
      taxCategories: [
        { name: 'State', cents: cents(10_000) },
        { name: 'City', cents: cents(4250) },
      ],
    });
    expect(text).toContain('Tax: State 100.00\nTax: City 42.50\nShipping');
    expect(text).not.toContain('142.50');
  });

  test('of an order without lines says so, with its totals', async () => {
    const text = await textOf({ lines: [] });
    expect(text).toContain('No lines\nSubtotal 0.00');
    expect(text).toContain('Page 1 of 1');
  });

  test('is on letter paper, on A4 when told to, and the same bytes each time', async () => {
    const order = printedOrder();
    const [letter, again, a4] = [await orderPdf(order), await orderPdf(order), await orderPdf(order, 'A4')];
    expect(Buffer.compare(letter, again)).toBe(0);
    expect((await readPdf(letter))[0]).toMatchObject({ width: 612, height: 792 });
    expect(Math.round((await readPdf(a4))[0]!.height)).toBe(842);
  });

  test('figures stand under each other by their points', async () => {
    const [{ words }] = (await pagesOf()) as [Awaited<ReturnType<typeof pagesOf>>[number]];
    // Every digit is as wide as another: an end less its decimals is where the point stands.
    const digit = words.find(({ text }) => text === '2')!.width;
    const ends = (...texts: string[]) =>
      texts.map((text) => {
        const word = words.find((one) => one.text === text)!;
        return word.x + word.width - digit * (text.split('.')[1]?.length ?? 0);
      });
    const [pump, heater, screw] = ends('118.40', '1,284.95', '0.0375');
    expect(pump).toBeCloseTo(heater!, 1);
    expect(pump).toBeCloseTo(screw!, 1);
  });
});

describe('an order of many lines', () => {
  test('three hundred lines stand once each under a header, on numbered pages, the totals with the last', async () => {
    const pages = await pagesOf({ lines: printedLines(300) });
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.flatMap(positionsOn)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
    for (const [at, { lines }] of pages.entries()) {
      expect(lines.filter((line) => line.startsWith('# Part number Description'))).toHaveLength(1);
      expect(lines.at(-1)).toBe(`Purchase order 1042-1 Page ${at + 1} of ${pages.length}`);
      if (at > 0) expect(lines[0]).toBe('Purchase order 1042-1 Hearth & Harbor Heating');
    }
    const withTotals = pages.filter(({ lines }) => lines.some((line) => line.startsWith('Total USD')));
    expect(withTotals).toEqual([pages.at(-1)]);
  });

  test('the totals never stand on a page without a line, however many there are', async () => {
    const onTheLastPage: number[] = [];
    for (let count = 21; count <= 29; count++) {
      const pages = await pagesOf({ lines: printedLines(count), memo: '' });
      onTheLastPage.push(positionsOn(pages.at(-1)!).length);
    }
    expect(Math.min(...onTheLastPage), onTheLastPage.join(' ')).toBe(1);
  });

  test('no page holds half a line', async () => {
    const description = Array.from({ length: 7 }, (_, at) => `part ${at} of 7`).join('\n');
    const pages = await pagesOf({ lines: printedLines(40).map((line) => ({ ...line, description })) });
    for (const { lines } of pages) {
      const parts = lines.flatMap((line) => /part (\d) of 7/.exec(line)?.[1] ?? []);
      expect(parts.join('')).toMatch(/^(0123456)+$/);
    }
  });

  test('a description longer than a page goes on over the next, whole, and nothing runs off the paper', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`);
    const pages = await pagesOf({
      lines: [printedLine(1, { description: words.join('\n') }), printedLine(2)],
    });
    const text = pages.flatMap(({ lines }) => lines).join('\n');
    expect(text.match(/word\d+/g)).toEqual(words);
    for (const { words: placed } of pages) {
      expect(Math.min(...placed.map(({ y }) => y))).toBeGreaterThanOrEqual(40 - 1);
      expect(Math.max(...placed.map(({ x, width }) => x + width))).toBeLessThanOrEqual(612 - 40 + 1);
    }
  });
});

describe('names of any script', () => {
  test.each([
    ['Czech', 'Příliš žluťoučký kůň Žďár'],
    ['Greek and Cyrillic', 'Θέρμανση Отопление'],
    ['Hebrew', 'חימום וקירור ירושלים'],
    ['Arabic', 'شركة التدفئة والتبريد'],
    ['Chinese', '北京市暖通设备有限公司'],
    ['Japanese', '東京ヒーター株式会社'],
  ])('%s reads back as it was written', async (_, name) => {
    const vendor = { ...printedOrder().vendor, name };
    const lines = [printedLine(1, { description: name })];
    const text = (await textOf({ vendor, lines })).normalize('NFKC');
    expect(text.split(name)).toHaveLength(3);
  });

  test('what no font has is a mark, and what stands around it stays', async () => {
    const text = await textOf({ buyer: 'Zoë 👩‍🔧 (한국) X', memo: 'bell\u0007 \u202Eoverride' });
    expect(text).toContain('Zoë \uFFFD (\uFFFD\uFFFD) X');
    expect(text).toContain('bell\uFFFD override');
  });

  test('figures of billions are whole and stay on the paper', async () => {
    const huge = {
      quantity: quantity(99_999_999_999_999),
      cost: unitPrice(99_999_999_999_999),
      amountCents: cents(99_999_999_999_999),
    };
    const lines = [printedLine(5, { ...huge, expectedOn: day('2026-12-01') }), printedLine(2)];
    const [page] = await pagesOf({ lines, subtotalCents: huge.amountCents, totalCents: huge.amountCents });
    expect(page!.lines.join(' ')).toContain('9,999,999,999.9999');
    expect(page!.lines.join(' ')).toContain('999,999,999,999.99');
    expect(Math.max(...page!.words.map(({ x, width }) => x + width))).toBeLessThanOrEqual(612 - 40 + 1);
  });

  test('a word wider than its column is broken, not cut', async () => {
    const text = await textOf({ lines: [printedLine(1, { description: 'x'.repeat(400), code: '' })] });
    expect(text.match(/x{2,}/g)!.join('')).toHaveLength(400);
  });
});
