import { expect, test } from 'vitest';
import { decodedText } from './decoded-text.ts';

const TEXT = 'Name\nCafé Müller\n';
const utf16 = (isLittle: boolean) => {
  const bytes = new DataView(new ArrayBuffer(2 + TEXT.length * 2));
  for (const [at, char] of [...`\uFEFF${TEXT}`].entries())
    bytes.setUint16(at * 2, char.charCodeAt(0), isLittle);
  return bytes.buffer as ArrayBuffer;
};

test('a file is read in UTF-8, in UTF-16 either way round, and in Windows-1252', async () => {
  const files = {
    utf8: new TextEncoder().encode(TEXT),
    utf8WithMark: new TextEncoder().encode(`\uFEFF${TEXT}`),
    little: utf16(true),
    big: utf16(false),
    windows: Uint8Array.from(TEXT, (char) => char.charCodeAt(0)),
  };
  for (const [name, bytes] of Object.entries(files)) {
    expect(await decodedText(new Blob([bytes])), name).toBe(TEXT);
  }
  expect(await decodedText(new Blob([]))).toBe('');
});
