import { expect, test } from 'vitest';
import { isShownAsImage, keptFileName, kindOf, type MediaType, mediaTypeOf, programEnding } from './files.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

test.each<[string, Uint8Array, MediaType]>([
  ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
  ['a screenshot', bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  ['a GIF', bytes('GIF89a'), 'image/gif'],
  ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
  ['a photo of an iPhone', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
  ['a PDF', bytes('%PDF-1.7'), 'application/pdf'],
  [
    'a letter',
    bytes(ZIP, 'x word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'a table',
    bytes(ZIP, 'x xl/workbook.xml'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['an old letter', bytes(OLE, wide('WordDocument')), 'application/msword'],
  ['an old table', bytes(OLE, wide('Workbook')), 'application/vnd.ms-excel'],
  ['words', new TextEncoder().encode('Gate code: 1234\nŽofie 🛠️'), 'text/plain'],
])('%s is known by its bytes', (_, file, type) => {
  expect(mediaTypeOf(file)).toBe(type);
});

test.each<[string, Uint8Array]>([
  ['a program', bytes('MZ', [0x90, 0, 3, 0])],
  ['an archive of anything', bytes(ZIP, 'evil.exe')],
  ['an empty file', bytes()],
  ['half a letter of text', bytes('abc', [0xc3])],
  ['text with a NUL', bytes('abc', [0], 'def')],
  ['a slash written longer than it need be', bytes('abc', [0xe0, 0x80, 0xaf])],
  ['a zero in four bytes', bytes([0xf0, 0x80, 0x80, 0x80])],
  ['half of a pair', bytes([0xed, 0xa0, 0x80])],
  ['a letter beyond the last', bytes([0xf4, 0x90, 0x80, 0x80])],
  ['a lone surrogate’s lead byte', bytes([0xff, 0xfe], 'a')],
])('%s is not kept', (_, file) => {
  expect(mediaTypeOf(file)).toBeNull();
});

test.each([
  ['panel.jpg', 'panel.jpg'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['a\r\nSet-Cookie: b=c.pdf', 'aSet-Cookie: b=c.pdf'],
  ['Žofie – пример.pdf', 'Žofie – пример.pdf'],
  ['\u2066\u0000', 'file'],
])('a file called %j is kept as %j', (name, kept) => {
  expect(keptFileName(name)).toBe(kept);
});

test('a page with a script is only words: it is never told to a browser as more', () => {
  expect(mediaTypeOf(bytes('<svg onload="alert(1)">'))).toBe('text/plain');
  expect(isShownAsImage('text/plain')).toBe(false);
});

test('images are photos until somebody says otherwise, the rest are documents', () => {
  expect([kindOf('image/png'), kindOf('application/pdf')]).toEqual(['Photo', 'Document']);
  expect([isShownAsImage('image/png'), isShownAsImage('image/heic')]).toEqual([true, false]);
});

test.each([
  ['form.pdf.exe', 'exe'],
  ['SETUP.MSI', 'msi'],
  ['panel.Bat', 'bat'],
  ['photo.jpg.scr. .', 'scr'],
  ['page.htm', 'htm'],
  ['logo.svg', 'svg'],
  ['.sh', 'sh'],
  ['photo.e\u200bxe', 'exe'],
  ['photo.ｅｘｅ', 'exe'],
  ['a.exe\u202e', 'exe'],
  ['a.exe::$DATA', 'exe'],
  ['console.msc', 'msc'],
  ['open.settingcontent-ms', 'settingcontent-ms'],
])('%j is called like a program: its ending is %s', (name, ending) => {
  expect(programEnding(name)).toBe(ending);
});

test.each(['form.pdf', 'form.exe.pdf', 'photo', 'exe', 'letter.docx', 'notes.txt', 'v1.2', 'Mr. Jo', '...'])(
  '%j is not called like a program',
  (name) => {
    expect(programEnding(name)).toBeNull();
  },
);
