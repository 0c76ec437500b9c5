/** What the house rules ask of a source file, read from its syntax tree: a comment or a string never trips a rule. */
import { posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export type Import = {
  /** As written: `#domain/money.ts`, `./x.ts`, `react`. */
  readonly specifier: string;
  /** `src/domain/money.ts` for a file of ours, null for a package. */
  readonly path: string | null;
};

export type SourceFile = {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** `new Date()`, `Date.now()`, … as written. */
  readonly clockReads: readonly string[];
  /** `price * 100`, `total.toFixed(2)`, … as written. */
  readonly moneyAsFloat: readonly string[];
  /** `maxLength={120}`, … as written: a number of its own. */
  readonly ownLengths: readonly string[];
};

const MONEY_WORD = /cents|price|cost|amount|total|balance|tax|money|dollar/i;

function resolve(specifier: string, from: string): string | null {
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('#')) return `src/${bare.slice(1)}`;
  if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), bare));
  return null;
}

/** @param path from the repository's root, `src/…` @throws when the file does not parse */
export function readSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const written = (node: { start: number; end: number }) => text.slice(node.start, node.end);

  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map((found) => written(found.moduleRequest)).flatMap(literal),
  ];
  const clockReads: string[] = [];
  const moneyAsFloat: string[] = [];
  const ownLengths: string[] = [];
  new Visitor({
    TSImportType: (node) => void specifiers.push(node.source.value),
    NewExpression(node) {
      const [argument] = node.arguments;
      const isFromText = argument?.type === 'Literal' && typeof argument.value === 'string';
      if (isNamed(node.callee, 'Date') && (!argument || isFromText)) clockReads.push(written(node));
    },
    CallExpression(node) {
      const { callee } = node;
      if (isNamed(callee, 'Date') || written(callee) === 'Date.now') clockReads.push(written(node));
      if (isNamed(callee, 'parseFloat')) moneyAsFloat.push(written(node));
      if (callee.type !== 'MemberExpression' || !isNamed(callee.property, 'toFixed')) return;
      if (MONEY_WORD.test(written(callee.object))) moneyAsFloat.push(written(node));
    },
    JSXAttribute(node) {
      if (/^maxLength=\{?["'\d]/.test(written(node))) ownLengths.push(written(node));
    },
    BinaryExpression(node) {
      const isByHundred = [node.left, node.right].some(
        (side) => side.type === 'Literal' && side.value === 100,
      );
      if ('*/'.includes(node.operator) && isByHundred && MONEY_WORD.test(written(node))) {
        moneyAsFloat.push(written(node));
      }
    },
  }).visit(program);

  return {
    path,
    imports: [...new Set(specifiers)].map((specifier) => ({ specifier, path: resolve(specifier, path) })),
    hasDefaultExport: module.staticExports.some((found) =>
      found.entries.some((entry) => entry.exportName.kind === 'Default' && !entry.isType),
    ),
    clockReads,
    moneyAsFloat,
    ownLengths,
  };
}

const isNamed = (node: ESTree.Node, name: string) => node.type === 'Identifier' && node.name === name;

/** `import(name)` with a computed name cannot be followed. */
const literal = (text: string) => /^(['"`])([^$]*)\1$/.exec(text)?.[2] ?? [];
