import type { BarWords } from './types.ts';

/** `bold`, `times` and `rest` follow each other; `rest` may hold a line break (the bar is white-space: pre). */
interface BarText {
  readonly bold: string;
  /** Behind the bold part; drawn as generated content, since it is no part of what the bar is called. */
  readonly times: string;
  readonly rest: string;
}

/*
 * Average widths at 12 px, on the narrow side of Inter and DejaVu. Measuring the real text would force
 * a layout per bar; what does not fit is clipped at the bar's edge anyway.
 */
const boldPx = 6.6;
const plainPx = 6;
const paddingPx = 16;
const iconPx = 10;
/** With less room than this a name says nothing. */
const fewestLetters = 2.5;
/** What is left and right of the signs of a bar that has no room for a name. */
const slimPaddingPx = 8;
/** Narrower, a sign would be cut. */
const leastSignPx = 11;
/** With room for this many letters beside them the icons stand before the name, else below it. */
const besideIcons = 8;

/** No letter of a name fits: a visit of an hour or two where a whole week is in view. */
export const isSlim = (width: number): boolean => width - paddingPx < fewestLetters * boldPx;

/** The signs alone, the worst first, below each other where they do not fit side by side; the hover card says the rest. */
function signsAlone(icons: string, width: number, lines: 1 | 2): string {
  if (width < leastSignPx) return '';
  // The two strokes of "paused" are one sign.
  const signs = icons.match(/❚❚|./gu) ?? [];
  const beside = Math.max(1, Math.floor((width - slimPaddingPx) / iconPx));
  const rows = [signs.slice(0, beside), signs.slice(beside, 2 * beside)].slice(0, lines);
  return rows
    .map((row) => row.join(''))
    .filter((row) => row !== '')
    .join('\n');
}

/**
 * What a bar says at a width: the customer (of an event: what it is) first, since a caller names themselves; then the
 * job type, the street, the number, as far as there is room; the time only where it fits whole. Words are not shortened
 * but clipped: what is read has to be part of the bar's name (WCAG 2.5.3). The hover card says the rest.
 * @param times "8:00–9:00"; empty: never said
 */
export function barText(
  { type, customer, street, number }: BarWords,
  icons: string,
  width: number,
  lines: 1 | 2,
  times = '',
): BarText {
  const room = width - paddingPx;
  const [name = '', ...others] = [customer, type, street, number].filter((word) => word !== '');
  if (isSlim(width)) return { bold: signsAlone(icons, width, lines), times: '', rest: '' };
  const icon = icons.length * iconPx;
  const wanted = Math.min(name.length, lines === 2 ? besideIcons : fewestLetters) * boldPx;
  const isBeside = icons === '' || icon + wanted <= room;
  const bold = isBeside && icons !== '' ? `${icons} ${name}` : name;
  const left = room - (isBeside ? icon : 0) - (name.length + 1) * boldPx;
  const shown = times !== '' && (times.length + 1) * plainPx <= left ? times : '';
  if (lines === 1) {
    const rest = joined(others, left - (shown.length + 1) * plainPx, 3);
    return { bold, times: shown, rest: rest && ` ${rest}` };
  }
  const below = isBeside ? '' : `${icons} `;
  return { bold, times: shown, rest: `\n${below}${joined(others, room - (isBeside ? 0 : icon), 0)}` };
}

/** As many of the words as something can be read of; the first in any case when `least` is 0. */
function joined(words: readonly string[], room: number, least: number): string {
  let text = '';
  for (const word of words) {
    const before = text === '' ? '' : ' · ';
    const left = room - (text.length + before.length) * plainPx;
    if (left < (text === '' ? least : Math.min(word.length, 5)) * plainPx) break;
    text += before + word;
  }
  return text;
}
