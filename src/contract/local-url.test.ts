import { describe, expect, test } from 'vitest';
import { isLocalUrl } from './local-url.ts';

const ORIGIN = 'https://board.example';

/** Everything oauth2-proxy's file of open redirects is made of, multiplied out. */
function hostileUrls(): string[] {
  const slashes = ['/', '\\', '%2f', '%5c', '%2F', '%5C', '／', '＼', '⁄', '∕'];
  const blanks = [
    '',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\v',
    '\f',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\u200b',
    '\ufeff',
    '%09',
    '%0a',
    '%0d',
    '%00',
    '%20',
  ];
  const hosts = [
    'evil.example',
    'evil%E3%80%82example',
    '①②⑦.⓪.⓪.①',
    '2130706433',
    '[::1]',
    'board.example@evil.example',
  ];
  const urls: string[] = [];
  for (const first of slashes)
    for (const second of slashes)
      for (const blank of blanks) urls.push(`${first}${blank}${second}evil.example`);
  for (const host of hosts) {
    for (const blank of blanks) urls.push(`${blank}//${host}`, `/${blank}/${host}`, `//${blank}${host}`);
    for (const dots of ['..', '.', '%2e%2e', '%2e', '.%2e', '..;', '%2e%2e%2f']) {
      urls.push(
        `/${dots}//${host}`,
        `/a/${dots}//${host}`,
        `/${dots}/${dots}/%2f${host}`,
        `/${dots}%5c${host}`,
      );
    }
    for (const scheme of [
      'http:',
      'https:',
      'HTTP:',
      'javascript:',
      'data:',
      'ftp:',
      'file:',
      'blob:',
      'hTtPs:',
    ]) {
      urls.push(
        `${scheme}//${host}`,
        `${scheme}${host}`,
        `${scheme}/${host}`,
        `${scheme}\\${host}`,
        `\t${scheme}//${host}`,
      );
    }
    urls.push(host, `@${host}`, `.${host}`, `?//${host}`, `#//${host}`, `/%zz/${host}`, `/%${host}`);
  }
  return [...new Set(urls)];
}

describe('where a person may be sent back to after signing in', () => {
  const corpus = hostileUrls();

  test('R19 there are at least 500 hostile addresses to try', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(500);
  });

  test('R19 whatever is accepted stays on this site, read as it is and read once decoded', () => {
    const accepted = corpus.filter((url) => isLocalUrl(url));
    const elsewhere = accepted.filter((url) =>
      [url, decodeURIComponent(url)].some((text) => new URL(text, ORIGIN).origin !== ORIGIN),
    );
    expect(elsewhere).toEqual([]);
    // What slips through is only a strange but local path: full-width slashes are ordinary letters to a browser.
    for (const url of accepted) expect(url).toMatch(/^\/(?![/\\])/);
  });

  test('R19 everything that is plainly another site is refused', () => {
    const wellKnown = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'https://evil.example',
      '/%2f/evil.example',
      '/%5cevil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      ' /jobs',
      'jobs',
      '',
    ];
    expect(wellKnown.filter((url) => isLocalUrl(url))).toEqual([]);
  });

  test.each([[undefined], [null], [42], [['/jobs']], [{ href: '/jobs' }]])(
    'R19 %j is not text and is refused',
    (value) => {
      expect(isLocalUrl(value)).toBe(false);
    },
  );

  test('screens of this office are accepted with their filters', () => {
    const screens = [
      '/',
      '/jobs',
      '/jobs/123',
      '/jobs/123?tab=history#v3',
      '/board?day=2026-11-21&q=a%20b%2Fc',
      '/customers?q=M%C3%BCller',
    ];
    expect(screens.filter((url) => !isLocalUrl(url))).toEqual([]);
  });
});
