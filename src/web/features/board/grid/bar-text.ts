import type { BarWords } from './types.ts';

/** `bold` and `rest` follow each other; `rest` may hold a line break (the bar is white-space: pre). */
export interface BarText {
  readonly bold: string;
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

/**
 * What a bar says at a width (ui.md, Board): icon, then a short type, then the customer, then the
 * street; the street has its own line where the bar has two.
 */
export function barText(words: BarWords, icons: string, width: number, lines: 1 | 2): BarText {
  const room = width - paddingPx - icons.length * iconPx;
  if (room < 2 * boldPx) return { bold: icons, rest: '' };
  const type = shorten(words.type, Math.floor(room / boldPx));
  const bold = icons === '' ? type : `${icons} ${type}`;
  let rest = '';
  let left = type === words.type ? room - type.length * boldPx - plainPx : 0;
  if (left >= 3 * plainPx && words.customer !== '') {
    rest = ` ${words.customer}`;
    left -= words.customer.length * plainPx;
  }
  if (lines === 1)
    return { bold, rest: left >= 5 * plainPx && rest !== '' ? `${rest} · ${words.street}` : rest };
  const second = width - paddingPx;
  if (second < 5 * plainPx) return { bold, rest };
  const withNumber = `${words.street} · ${words.number}`;
  const fits = words.number !== '' && withNumber.length * plainPx <= second;
  return { bold, rest: `${rest}\n${fits ? withNumber : words.street}` };
}

/** Shorter than this a beginning says nothing: "No" is no cool, no heat and no power. */
const fewest = 4;

/** As many whole words as fit, but at least the first that mean something; the bar's edge then cuts. */
function shorten(type: string, characters: number): string {
  if (type.length <= characters) return type;
  const cut = type.lastIndexOf(' ', characters);
  const first = type.indexOf(' ', fewest);
  if (cut >= fewest) return type.slice(0, cut);
  return first > 0 ? type.slice(0, first) : type;
}
