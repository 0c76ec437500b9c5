import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const css = read('./tokens.css');
const statuses = [
  'scheduled',
  'dispatched',
  'working',
  'paused',
  'done',
  'hold',
  'canceled',
  'late',
  'unconfirmed',
  'overridden',
  'unused',
];
type Theme = 'light' | 'dark';

const declared = new Map([...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1]!, m[2]!]));

/** Relative luminance (WCAG 2.2) of an opaque token in a theme; follows var() and light-dark(). */
function luminance(name: string, theme: Theme): number {
  const value = declared.get(name);
  if (value === undefined) throw new Error(`no token --${name}`);
  const alias = /^var\(--([\w-]+)\)$/.exec(value);
  if (alias) return luminance(alias[1]!, theme);
  const pair = /^light-dark\(oklch\(([^)]*)\), oklch\(([^)]*)\)\)$/.exec(value);
  if (!pair) throw new Error(`--${name} is not a light-dark() pair of opaque oklch colours: ${value}`);
  const [l, c, h] = (theme === 'light' ? pair[1]! : pair[2]!).split(' ').map(Number) as [
    number,
    number,
    number,
  ];
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const inGamut = (x: number) => Math.min(1, Math.max(0, x));
  const red = inGamut(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = inGamut(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = inGamut(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [light, dark] = [luminance(one, theme), luminance(other, theme)].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const pages = ['bg', 'surface', 'raised', 'off'];
const text: [string, string][] = [
  ...['text', 'muted', 'faint', 'accent', 'success', 'warning', 'danger', 'info'].flatMap((t) =>
    pages.map((p): [string, string] => [t, p]),
  ),
  ...['text', 'muted'].flatMap((t) =>
    ['hover', 'accent-soft', 'success-soft', 'warning-soft', 'danger-soft', 'info-soft'].map(
      (p): [string, string] => [t, p],
    ),
  ),
  ...['accent', 'success', 'warning', 'danger', 'info'].map((t): [string, string] => [t, `${t}-soft`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ...statuses.map((s): [string, string] => [`status-${s}-fg`, `status-${s}-bg`]),
];
const lines: [string, string][] = [
  ...['control-line', 'icon', 'accent', 'danger', 'success', 'warning'].flatMap((l) =>
    ['bg', 'surface', 'raised'].map((p): [string, string] => [l, p]),
  ),
  ...statuses.flatMap((s) =>
    [`status-${s}-bg`, 'surface', 'bg', 'off'].map((p): [string, string] => [`status-${s}-edge`, p]),
  ),
  ...Array.from({ length: 8 }, (_, at) => `route-${at + 1}`).flatMap((l) =>
    ['surface', 'n-2'].map((p): [string, string] => [l, p]),
  ),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(text)('%s is readable on %s (4.5 : 1)', (ink, paper) => {
    expect(contrast(ink, paper, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(lines)('%s stands out from %s (3 : 1)', (line, paper) => {
    expect(contrast(line, paper, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('knows black on white is 21 : 1, so that the figures above mean something', () => {
  declared.set('black', 'light-dark(oklch(0 0 0), oklch(0 0 0))');
  declared.set('white', 'light-dark(oklch(1 0 0), oklch(1 0 0))');
  expect(contrast('black', 'white', 'light')).toBeCloseTo(21, 1);
});

it('maps no utility to a token that does not exist', () => {
  const used = [...read('./theme.css').matchAll(/var\(--([\w-]+)\)/g)].map((m) => m[1]!);
  expect(used.filter((name) => !declared.has(name))).toEqual([]);
});
