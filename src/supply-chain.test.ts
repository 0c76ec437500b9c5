import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

type LockEntry = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  /** Comes inside its parent's archive, under the parent's checksum. */
  readonly inBundle?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Manifest = Readonly<
  Partial<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
>;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

const lock = readJson<{ packages: Readonly<Record<string, LockEntry>> }>('package-lock.json').packages;
const installed = Object.entries(lock).filter(([path]) => path !== '');
const production = installed.filter(([, entry]) => !entry.dev);
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Lowest versions without a known hole that matters to us (security-and-faults.md R64). `npm audit` needs a registry that offers it. */
const FLOORS: Readonly<Record<string, string>> = {
  fastify: '5.8.5',
  '@fastify/static': '10.1.1',
  undici: '7.28.0',
};
/** Proxies that forward paths have had escape bugs again and again: the BFF builds its URLs from validated parameters. */
const BANNED = ['@fastify/reply-from', '@fastify/http-proxy', 'http-proxy', 'http-proxy-middleware'];
/** Package → why its install script may exist. We install with --ignore-scripts: it must work without, too. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {};

const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
];
/** Package → the licence it alone may have, because of what it is. */
const ALSO_ALLOWED: Readonly<Record<string, string>> = {
  // A font: the OFL forbids only selling it by itself.
  '@fontsource-variable/inter': 'OFL-1.1',
  // Fonts of the papers (backend/papers).
  '@embedpdf/fonts-arabic': 'OFL-1.1',
  '@embedpdf/fonts-hebrew': 'OFL-1.1',
  '@embedpdf/fonts-latin': 'OFL-1.1',
  '@embedpdf/fonts-sc': 'OFL-1.1',
  // MIT, as the LICENSE in its archive says. Comes with PDFKit.
  'png-js': 'none',
  // Given to the public domain; comes with TanStack Router.
  isbot: 'Unlicense',
  // MIT, as its next version says; that one wants Node 22 for no reason. Comes with MapLibre, whose bundle lacks it.
  '@mapbox/jsonlint-lines-primitives': 'none',
};

/** Compares major.minor.patch; a prerelease counts as its release. */
function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number)) as [
    number[],
    number[],
  ];
  const first = a.findIndex((part, index) => part !== b[index]);
  return first < 0 || (a[first] ?? 0) > (b[first] ?? 0);
}

describe('the packages the server and the browser run', () => {
  test('no package of production runs code while it is installed', () => {
    const withScript = production.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path));
    expect(withScript.filter((name) => !(name in INSTALL_SCRIPTS))).toEqual([]);
  });

  test.each(Object.entries(FLOORS))('every copy of %s is %s or newer', (name, floor) => {
    const copies = production.filter(([path]) => nameOf(path) === name);
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter(([, { version = '0.0.0' }]) => !isAtLeast(version, floor))).toEqual([]);
  });

  test('no path-forwarding proxy is among them', () => {
    expect(production.map(([path]) => nameOf(path)).filter((name) => BANNED.includes(name))).toEqual([]);
  });

  test('their licences let anyone use and pass on the product', () => {
    const others = production
      .filter(
        ([path, { license = 'none' }]) => !isPermissive(license) && ALSO_ALLOWED[nameOf(path)] !== license,
      )
      .map(([path, { license }]) => `${nameOf(path)}: ${license}`);
    expect(others).toEqual([]);
  });

  test('undici is used without the parts that have had holes', () => {
    // CVE-2026-84890 (decompress interceptor) and CVE-2026-9679 (cookie parser).
    const hole = /\binterceptors\.decompress\b|\b(getCookies|getSetCookies|parseCookie)\b/;
    const users = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('supply-chain.test.ts'))
      .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }))
      .filter(({ text }) => /from 'undici'/.test(text) && hole.test(text));
    expect(users.map(({ path }) => path)).toEqual([]);
  });
});

/** `MIT`, `MIT AND ISC`, `(MIT OR GPL-3.0)`: one of a choice is enough, all of a sum are needed. */
function isPermissive(license: string): boolean {
  const terms = license.replace(/[()]/g, '');
  const isFine = (term: string) => PERMISSIVE.includes(term.trim());
  return terms.split(' OR ').some((choice) => choice.split(' AND ').every(isFine));
}

describe('the lockfile', () => {
  test('asks for what package.json asks for', () => {
    const { dependencies, devDependencies } = readJson<Manifest>('package.json');
    expect(lock['']).toMatchObject({ dependencies, devDependencies });
  });

  test('names no registry, so that every mirror can serve it, and a checksum for every package', () => {
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(
      installed.filter(([, entry]) => !entry.integrity && !entry.inBundle).map(([path]) => path),
    ).toEqual([]);
  });

  test('lists the native packages of every platform: npm ci refuses it otherwise', () => {
    // What a mirror does not carry at that version, npm leaves out without a word (seen with Biome 2.6.8).
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock) && !(`${path}/node_modules/${name}` in lock),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('the checks themselves', () => {
  test.each([
    ['5.8.5', '5.8.5', true],
    ['5.12.0', '5.8.5', true],
    ['6.0.0', '5.8.5', true],
    ['5.8.4', '5.8.5', false],
    ['4.99.99', '5.8.5', false],
  ])('%s against the floor %s: %s', (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0-only', false],
    ['none', false],
  ])('licence %s is permissive: %s', (license, expected) => {
    expect(isPermissive(license)).toBe(expected);
  });
});
