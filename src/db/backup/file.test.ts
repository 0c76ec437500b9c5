import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { testFolder } from '#testing/backups.ts';
import { FORMAT, type Header } from './header.ts';
import { linesOf, openBackup } from './read-file.ts';
import { planMigrations } from './restore.ts';
import { writeBackup } from './write-file.ts';

const SHA = '5'.repeat(64);
const HEADER: Header = {
  'truckroll backup': FORMAT,
  made: '2026-11-21T12:00:00.000Z',
  engine: 'pglite',
  companies: 1,
  rows: 3,
  files: { count: 2, bytes: 7 },
  migrations: [
    { name: '0001_office.sql', checksum: 'a' },
    { name: '0002_company.sql', checksum: 'b' },
  ],
  tables: [
    { name: 'office.tenants', columns: ['id', 'name'], rows: 1 },
    { name: 'company.jobs', columns: ['id'], rows: 2 },
  ],
};
const LINES = [
  JSON.stringify(HEADER),
  '{"table":"office.tenants"}',
  '["1","Zoë \\"{\\" 東京"]',
  '{"table":"company.jobs"}',
  '["7"]',
  '["8"]',
  '{"sequences":{"company.ids":8}}',
  `{"file":{"tenantId":1,"sha256":"${SHA}","size":4}}`,
  '"AP+A"',
  '"Cg=="',
  `{"file":{"tenantId":2,"sha256":"${SHA}","size":3},"lost":"missing"}`,
  '{"end":3}',
].map((line) => `${line}\n`);

let folder: string;
let path: string;
beforeEach(() => {
  folder = testFolder();
  path = join(folder, 'monday.backup');
});
const write = (lines: readonly (string | Uint8Array)[], force = false) =>
  writeBackup(Readable.from(lines), path, { force });

describe('writing', () => {
  test.each([1, 2, 3, 7, 50, 1000])('chunks of %i bytes come back as the same lines', async (size) => {
    const bytes = Buffer.from(LINES.join(''));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    await write(chunks);
    const backup = await openBackup(path);
    expect(backup.header).toEqual(HEADER);
    const lines: string[] = [];
    for await (const some of linesOf(backup)) lines.push(...some);
    expect(lines.map((line) => `${line}\n`)).toEqual(LINES.slice(1));
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe(JSON.stringify(HEADER));
  });

  test.each([
    ['broken off before the end', LINES.slice(0, -1), 'broke off before its end'],
    ['broken off in a table', LINES.slice(0, 5), 'broke off before its end'],
    ['with nothing', [], 'broke off before its end'],
    ['with a row too few', [...LINES.slice(0, 4), ...LINES.slice(5)], 'should hold 2 rows of company.jobs'],
    ['with a row too many', [...LINES.slice(0, 5), ...LINES.slice(4)], 'should hold 2 rows of company.jobs'],
    ['with a line of a file too few', LINES.filter((line) => line !== '"Cg=="\n'), 'should hold 4 bytes'],
    [
      'with a byte of a file too many',
      LINES.map((line) => line.replace('Cg==', 'Cgo=')),
      'should hold 4 bytes',
    ],
    ['without a file', LINES.filter((line) => !line.includes('lost')), 'should hold 2 attached files'],
    ['without a table', [LINES[0]!, ...LINES.slice(3)], 'company.jobs where it should not'],
  ])('a dump %s makes no file', async (_, lines, words) => {
    await expect(write(lines)).rejects.toThrow(words);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a file by that name is kept, unless somebody says --force; a failure keeps it even then', async () => {
    writeFileSync(path, 'precious');
    await expect(write(LINES)).rejects.toThrow('exists already. Choose another name, or add --force');
    await expect(write(LINES.slice(0, -1), true)).rejects.toThrow('broke off');
    expect(readFileSync(path, 'utf8')).toBe('precious');
    await write(LINES, true);
    expect((await openBackup(path)).header.rows).toBe(3);
  });

  test('an interrupted backup leaves nothing', async () => {
    const interrupt = new AbortController();
    const endless = Readable.from(
      (async function* () {
        yield* LINES.slice(0, 4);
        interrupt.abort();
        await new Promise(() => {});
      })(),
    );
    await expect(writeBackup(endless, path, { signal: interrupt.signal })).rejects.toThrow('interrupted');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that is not there is named', async () => {
    path = join(folder, 'nowhere', 'monday.backup');
    await expect(write(LINES)).rejects.toThrow(`The folder of ${path} does not exist.`);
  });

  test('on a full disk it says so and leaves no half file', async (context) => {
    const disk = mkdtempSync(join(tmpdir(), 'truckroll-disk-'));
    onTestFinished(() => rmSync(disk, { recursive: true, force: true }));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('mounting a small disk is not permitted here');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    path = join(disk, 'monday.backup');
    const random = Array.from({ length: 3000 }, () => `["${randomBytes(200).toString('hex')}"]\n`);
    const header = JSON.stringify({
      ...HEADER,
      rows: 3000,
      files: { count: 0, bytes: 0 },
      tables: [{ name: 'company.jobs', columns: ['id'], rows: 3000 }],
    });
    const lines = [`${header}\n`, '{"table":"company.jobs"}\n', ...random, '{"end":3000}\n'];
    await expect(write(lines)).rejects.toThrow('The disk is full');
    expect(readdirSync(disk)).toEqual([]);
  });
});

describe('reading', () => {
  const altered = (change: (bytes: Buffer) => Buffer | string) =>
    writeFileSync(path, change(readFileSync(path)));
  beforeEach(async () => void (await write(LINES)));

  test('a file cut anywhere is refused', async () => {
    const bytes = readFileSync(path);
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length));
      await expect(openBackup(path)).rejects.toThrow(/not a backup of Truckroll|its end is missing/);
    }
  });

  test('a file with any one byte altered, or one more, is refused', async () => {
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at++) {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ 1;
      writeFileSync(path, copy);
      await expect(openBackup(path)).rejects.toThrow();
    }
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('\n')]));
    await expect(openBackup(path)).rejects.toThrow('its end is missing');
  });

  test.each([
    ['a CSV', 'name,phone\nBob,1\n'],
    ['an empty file', ''],
    ['a line without end', 'x'.repeat(3_000_000)],
    ['other JSON', '{"a":1}\n'],
  ])('%s is not a backup', async (_, text) => {
    altered(() => text);
    await expect(openBackup(path)).rejects.toThrow('The file is not a backup of Truckroll.');
  });

  test('a newer format is refused, and what to do is said', async () => {
    altered((bytes) => bytes.toString('latin1').replace('{"truckroll backup":2,', '{"truckroll backup":3,'));
    await expect(openBackup(path)).rejects.toThrow(
      'made by a newer Truckroll (format 3, this one reads up to 2)',
    );
  });

  test('no such file is said', async () => {
    await expect(openBackup(`${path}x`)).rejects.toThrow('there is no such file');
    expect(existsSync(`${path}x`)).toBe(false);
  });
});

describe('the migrations of a backup', () => {
  const known = ['0001_office.sql', '0002_company.sql', '0003_rights.sql'].map((name, index) => ({
    name,
    sql: '',
    checksum: 'abc'[index]!,
  }));
  test('those that came since are applied after the rows', () => {
    const { before, after } = planMigrations(HEADER, known);
    expect([before, after].map((some) => some.map(({ name }) => name))).toEqual([
      ['0001_office.sql', '0002_company.sql'],
      ['0003_rights.sql'],
    ]);
  });
  test('one this program does not know is refused', () => {
    expect(() => planMigrations(HEADER, known.slice(0, 1))).toThrow(
      'made by a newer Truckroll: it knows migration 0002_company.sql',
    );
  });
  test('one by the same name with other contents is refused', () => {
    const other = known.map((one) => ({ ...one, checksum: 'a' }));
    expect(() => planMigrations(HEADER, other)).toThrow(
      'Migration 0002_company.sql of the backup is not the one',
    );
  });
});
