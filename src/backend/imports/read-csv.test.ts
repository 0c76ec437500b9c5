import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { fileShape } from './file-shape.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** The bytes in pieces of seven, so that every mark is cut somewhere. */
async function* pieces(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for (let at = 0; at < all.length; at += 7) yield all.subarray(at, at + 7);
}
async function rows(bytes: Uint8Array | string): Promise<CsvRow[]> {
  const found: CsvRow[] = [];
  for await (const row of readCsv(pieces(bytes), await fileShape(pieces(bytes)))) found.push(row);
  return found;
}
async function refusal(bytes: Uint8Array | string): Promise<unknown> {
  try {
    await rows(bytes);
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, ...error.params };
    throw error;
  }
  return null;
}

describe('rows', () => {
  test('are read with the line an editor shows, over line breaks in cells and empty lines', async () => {
    const lf = 'a,b\n1,"x\ny ""q"""\n2,ok\n\n\n3,ok\n\n';
    const expected = [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny "q"'] },
      { line: 4, cells: ['2', 'ok'] },
      { line: 7, cells: ['3', 'ok'] },
    ];
    expect(await rows(lf)).toEqual(expected);
    expect((await rows(lf.replaceAll('\n', '\r\n'))).map((row) => row.line)).toEqual([1, 2, 4, 7]);
  });

  test('that are ragged are handed on as they are', async () => {
    expect(await rows('a,b\n1\n1,2,3\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1'] },
      { line: 3, cells: ['1', '2', '3'] },
    ]);
  });

  test('with a quotation mark out of place are broken, the rows around them are not', async () => {
    expect(await rows('a,b\n1,x"y\n2,ok\n3,"z"q\n4,ok\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, brokenTo: 2 },
      { line: 3, cells: ['2', 'ok'] },
      { line: 4, brokenTo: 4 },
      { line: 5, cells: ['4', 'ok'] },
    ]);
  });

  test('that a forgotten mark has glued together are broken from the first to the last', async () => {
    expect(await rows('a,b\n1,"xy\n2,ok\n3,"ok"\n4,x\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, brokenTo: 4 },
      { line: 5, cells: ['4', 'x'] },
    ]);
  });
});

describe('a file that is no table is refused with a reason', () => {
  test.each<[string, Uint8Array | string, object]>([
    ['empty', '', { why: 'empty' }],
    ['blank', '\uFEFF\n \n', { why: 'empty' }],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), { why: 'spreadsheet' }],
    ['binary', Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]), { why: 'binary' }],
    ['a mark never closed', 'a,b\n0,1\n1,"xy\n2,ok\n', { why: 'quote_not_closed', line: 3 }],
    [
      'a mark never closed in a long file',
      `a,b\n0,1\n1,"x\n${'2,ok\n'.repeat(80_000)}`,
      { why: 'quote_not_closed', line: 3 },
    ],
    [
      'a cell of ten megabytes',
      `a,b\n0,1\n1,${'x'.repeat(10_000_000)}\n2,ok\n`,
      { why: 'cell_too_long', line: 3, max: 262_144 },
    ],
    [
      'a quoted cell of many lines of prose',
      `a,b\n0,1\n1,"${'a line of a long letter\n'.repeat(40_000)}"\n2,ok\n`,
      { why: 'cell_too_long', line: 3, max: 262_144 },
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toEqual({ code: 'import.unreadable', ...expected });
  });
});

describe('the encoding is found, and told when it is not UTF-8', () => {
  const text = 'id,name\n1,Peña — O’Neil\n';
  test.each([
    ['utf-8', Buffer.from(text), text],
    ['utf-8', Buffer.from(`\uFEFF${text}`), text],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le'), text],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), text],
    ['windows-1252', Buffer.from('id,name\n1,Pe\u00f1a\u0092s\n', 'latin1'), 'id,name\n1,Peña’s\n'],
  ])('%s', async (encoding, bytes, expected) => {
    expect(await fileShape(pieces(bytes))).toEqual({ encoding, delimiter: ',' });
    expect((await rows(bytes)).map((row) => 'cells' in row && row.cells.join(','))).toEqual(
      expected.trim().split('\n'),
    );
  });

  test('one wrong byte at the very end decides', async () => {
    const bytes = Buffer.concat([Buffer.from(`id\n${'x'.repeat(100_000)}\n`), Buffer.from([0xe9])]);
    expect((await fileShape(pieces(bytes))).encoding).toBe('windows-1252');
  });

  test('a NUL in a cell is left to its row', async () => {
    expect(await rows(`a,b\n1,x\u0000y\n${'2,z\n'.repeat(50)}`)).toContainEqual({
      line: 2,
      cells: ['1', 'x\u0000y'],
    });
  });

  test.each([
    [';', '\n"a;,,,";b;c\n'],
    ['\t', 'a\tb\n'],
    ['|', 'a|b,c|d\n'],
    [',', 'a\n'],
  ])('delimiter %j', async (delimiter, header) => {
    expect((await fileShape(pieces(header))).delimiter).toBe(delimiter);
  });
});

test('a long file is read no faster than its rows are taken', async () => {
  let chunksRead = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.from('1,some words,more\n'.repeat(3600));
    for (;;) {
      chunksRead++;
      yield chunk;
    }
  }
  let taken = 0;
  for await (const _ of readCsv(endless(), { encoding: 'utf-8', delimiter: ',' })) {
    if (++taken === 3600) break;
  }
  expect(chunksRead).toBeLessThan(40);
});

test('a source that breaks off is a fault, not the end of the file', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a,b\n1,2\n');
    throw new Error('disk gone');
  }
  const read = async () => {
    for await (const _ of readCsv(broken(), { encoding: 'utf-8', delimiter: ',' }));
  };
  await expect(read()).rejects.toThrow('disk gone');
});

const BOSTON = new URL('../../../../shared/data/service-requests/boston-2011-h2-trades.csv', import.meta.url);
test.skipIf(!existsSync(BOSTON))('the file of Boston has 13,908 rows of 29 cells', async () => {
  const shape = await fileShape(createReadStream(BOSTON));
  expect(shape).toEqual({ encoding: 'utf-8', delimiter: ',' });
  let count = 0;
  for await (const row of readCsv(createReadStream(BOSTON), shape)) {
    if ('cells' in row && row.cells.length === 29) count++;
  }
  expect(count).toBe(13_909);
});
