/** The house rules about which file may import which, and what files are called (architecture.md, "Layout"; house-style.md). */
import { basename } from 'node:path';
import { readSource, type SourceFile } from './source-file.ts';

export type Finding = { readonly rule: string; readonly file: string; readonly detail: string };

/** What each layer may import besides itself. `db` knows instants and refusals, hence `domain`. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  db: ['domain'],
  backend: ['db', 'contract', 'domain'],
  facades: ['backend', 'contract', 'domain'],
  bff: ['db', 'contract', 'domain'],
  web: ['contract', 'domain'],
  // What `server.ts` and `cli.ts` need to put the parts together: environment, first start, local access.
  start: ['backend', 'bff', 'db', 'contract', 'domain'],
};
/** `server.ts` and `cli.ts` put the parts together. */
const ENTRIES = ['start', 'db', 'contract', 'domain', 'backend', 'facades', 'bff'];
/** Inside web, each may import what stands to its right. Files beside the folders (main.tsx) may import all. */
const WEB_LAYERS = ['routes', 'features', 'parts', 'data', 'ui', 'lib'];

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isGenerated = (path: string) => path.endsWith('.gen.ts');
const isTesting = (path: string) => path.startsWith('src/testing/');
const isScript = (path: string) => path.endsWith('.mjs');
const segments = (path: string) => path.split('/').slice(1);
/** The layer of `src/domain/money.ts` is `domain`; of `src/server.ts`, null. */
const layerOf = (path: string) => (segments(path).length > 1 ? (segments(path)[0] ?? null) : null);

type Rule = (file: SourceFile) => readonly string[];

/** Every import of a file of ours that `mayImport` does not allow. */
const imports =
  (applies: (path: string) => boolean, mayImport: (from: string, to: string) => boolean): Rule =>
  (file) =>
    applies(file.path)
      ? file.imports
          .filter(({ path }) => path !== null && !mayImport(file.path, path))
          .map(({ specifier }) => specifier)
      : [];

function mayCrossLayers(from: string, to: string): boolean {
  const [source, target] = [layerOf(from), layerOf(to)];
  // Who may import testing is a rule of its own.
  if (target === 'testing') return true;
  if (source === null) return target === null || ENTRIES.includes(target);
  return target !== null && (source === target || (LAYERS[source]?.includes(target) ?? false));
}

function mayCrossWebLayers(from: string, to: string): boolean {
  const [source = '', target = ''] = [segments(from)[1], segments(to)[1]];
  const [a, b] = [WEB_LAYERS.indexOf(source), WEB_LAYERS.indexOf(target)];
  // Beside the folders: main.tsx and the generated tree import everything and are imported by nothing inside.
  if (a < 0) return true;
  return b >= a;
}

const featureOf = (path: string) => /^src\/web\/features\/([^/]+)\//.exec(path)?.[1];
const inWeb = (path: string) => layerOf(path) === 'web';

const packagesOf = (file: SourceFile) =>
  file.imports.filter(({ path }) => path === null).map(({ specifier }) => specifier);

/** house-style.md, "Names": past it a file is split by use case. */
const MOST_LINES = 300;

const FORBIDDEN_NAME = /(^|-)(utils?|helpers?|commons?|misc|managers?|services?)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `x.test.ts`, `route-tree.gen.ts` and `pg.d.ts` are called x, route-tree and pg. */
const stem = (path: string) => basename(path).split('.')[0] ?? '';

const READS_THE_CLOCK = ['domain/time.ts', 'domain/time-offset.ts', 'db/clock.ts', 'web/lib/clock.ts'];
const READS_MONEY = ['domain/money.ts', 'domain/money.test.ts'];
const isOneOf = (names: readonly string[], path: string) => names.includes(path.slice('src/'.length));

/** The text of each key is what a failing test shows. */
const RULES: Readonly<Record<string, Rule>> = {
  'a layer imports only the layers below it': imports(
    (path) => !isTesting(path) && !isScript(path),
    mayCrossLayers,
  ),
  'in web, routes → features → parts → data → ui → lib': imports(
    inWeb,
    (from, to) => !inWeb(to) || mayCrossWebLayers(from, to),
  ),
  'a feature never imports another feature': imports(
    (path) => featureOf(path) !== undefined,
    (from, to) => featureOf(to) === undefined || featureOf(to) === featureOf(from),
  ),
  'only tests import src/testing': imports(
    // setup/suites.mjs starts the tests' database.
    (path) => !isTest(path) && !isTesting(path) && !path.startsWith('src/setup/'),
    (_, to) => !isTesting(to),
  ),
  'domain imports no package and no built-in': (file) =>
    layerOf(file.path) === 'domain' && !isTest(file.path) ? packagesOf(file) : [],
  'contract imports no package but zod': (file) =>
    layerOf(file.path) === 'contract' && !isTest(file.path)
      ? packagesOf(file).filter((name) => name !== 'zod')
      : [],
  'the browser has no Node built-ins': (file) =>
    inWeb(file.path) && !isTest(file.path) ? packagesOf(file).filter((name) => name.startsWith('node:')) : [],
  'React stays in web': (file) =>
    inWeb(file.path) || isTesting(file.path)
      ? []
      : packagesOf(file).filter((name) =>
          /^(react|react-dom|@tanstack\/.*|zustand|@base-ui\/.*)(\/|$)/.test(name),
        ),
  'imports of our own files name the extension': (file) =>
    isGenerated(file.path)
      ? []
      : file.imports
          .filter(({ path }) => path !== null && !/\.[a-z0-9]+$/.test(path))
          .map(({ specifier }) => specifier),
  'another layer is imported as #layer/file.ts': (file) =>
    // Scripts run before anything resolves `#`, and reach outside src.
    isScript(file.path)
      ? []
      : file.imports
          .filter(
            ({ specifier, path }) => specifier.startsWith('..') && layerOf(path ?? '') !== layerOf(file.path),
          )
          .map(({ specifier }) => specifier),
  'exports have names': (file) =>
    file.hasDefaultExport && !isGenerated(file.path) ? ['export default'] : [],
  'the clock is read in the clock files only': (file) =>
    isOneOf(READS_THE_CLOCK, file.path) || isScript(file.path) ? [] : file.clockReads,
  'a field is as long as the contract lets it (domain/lengths.ts)': (file) =>
    inWeb(file.path) && !isTest(file.path) ? file.ownLengths : [],
  'money is whole cents, never a float': (file) => (isOneOf(READS_MONEY, file.path) ? [] : file.moneyAsFloat),
};

const NAME_RULES: Readonly<Record<string, (path: string) => boolean>> = {
  'no drawer names (utils, helpers, common, misc, manager, service)': (path) =>
    [...segments(path).slice(0, -1), stem(path)].every((name) => !FORBIDDEN_NAME.test(name)),
  // TanStack's file routes speak in $, _ and dots; migrations are numbered; README is README.
  'file names are kebab-case': (path) =>
    path.startsWith('src/web/routes/') || /\.(sql|md)$/.test(path) || KEBAB.test(stem(path)),
};

const NO_LONG_FILE = 'no file is longer than 300 lines: past that, split by use case';

const IS_CODE = /\.(ts|tsx|mjs)$/;

/**
 * @param files path from the repository's root (`src/…`, forward slashes) → text
 * @returns every breach, in the order of the files
 */
export function checkHouseRules(files: ReadonlyMap<string, string>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of files) {
    for (const [rule, holds] of Object.entries(NAME_RULES)) {
      if (!holds(path)) findings.push({ rule, file: path, detail: basename(path) });
    }
    if (!IS_CODE.test(path)) continue;
    const lines = text.trimEnd().split('\n').length;
    if (lines > MOST_LINES && !isGenerated(path)) {
      findings.push({ rule: NO_LONG_FILE, file: path, detail: `${lines} lines` });
    }
    const file = readSource(path, text);
    for (const [rule, breaches] of Object.entries(RULES)) {
      for (const detail of breaches(file)) findings.push({ rule, file: path, detail });
    }
  }
  return findings;
}

/** Every rule's name, for the test that plants a breach of each. */
export const ruleNames: readonly string[] = [...Object.keys(RULES), ...Object.keys(NAME_RULES), NO_LONG_FILE];
