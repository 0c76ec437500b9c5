import type { BarText } from './bar-text.ts';
import type { BarFlags, BarStatus, BarWords, GridBar, GridTechnician } from './types.ts';

/**
 * Icon and word of each status (ui.md, Tokens). Hold's hand is drawn by grid.css: the character is missing
 * from many systems' text fonts and a coloured emoji on others.
 */
const looks: Record<BarStatus | 'paused' | 'busy', { icon: string; word: string }> = {
  scheduled: { icon: '○', word: 'Scheduled' },
  dispatched: { icon: '→', word: 'Dispatched' },
  working: { icon: '▶', word: 'Working' },
  paused: { icon: '❚❚', word: 'Paused' },
  done: { icon: '✓', word: 'Done' },
  hold: { icon: '', word: 'On hold' },
  canceled: { icon: '✕', word: 'Canceled' },
  unused: { icon: '–', word: 'Unused' },
  busy: { icon: '', word: 'Busy' },
};

type Looked = { readonly status: BarStatus; readonly flags: BarFlags };

function lookKey(bar: Looked): keyof typeof looks {
  if (bar.flags.busy) return 'busy';
  return bar.flags.paused && bar.status === 'working' ? 'paused' : bar.status;
}

/** Exceptions first, then the status: "!→" is dispatched and late. */
export function iconsOf(bar: Looked): string {
  const { late, overridden, unconfirmed } = bar.flags;
  return `${late ? '!' : ''}${overridden ? '‖' : ''}${unconfirmed ? '?' : ''}${looks[lookKey(bar)].icon}`;
}

/** "Dispatched, late". Never colour alone (product.md, opening 21). */
export function statusWords(bar: Looked): string {
  const { late, overridden, unconfirmed, busy } = bar.flags;
  const words = [looks[lookKey(bar)].word];
  if (!busy && late) words.push('late');
  if (!busy && unconfirmed) words.push('unconfirmed');
  if (!busy && overridden) words.push('overlap allowed');
  return words.join(', ');
}

export function classOf(bar: Looked): string {
  const { late, overridden, unconfirmed, dimmed } = bar.flags;
  return `tr-bar s-${lookKey(bar)}${late ? ' is-late' : ''}${unconfirmed ? ' is-unconfirmed' : ''}${overridden ? ' is-overridden' : ''}${dimmed ? ' is-dimmed' : ''}`;
}

/**
 * What a screen reader says for the bar: status, job, times, technician. What the bar shows comes first and in its
 * order, so that somebody who speaks to the computer can say what they read (WCAG 2.5.3).
 */
export function barLabel(
  bar: GridBar,
  technician: GridTechnician,
  formatTime: (ms: number) => string,
  shown?: BarText,
): string {
  const times = `${formatTime(bar.start)} to ${formatTime(bar.end)}, ${technician.name}`;
  if (bar.flags.busy) return `Busy, ${times}`;
  const job = wordsInOrder(bar.text, shown, iconsOf(bar)).filter((part) => part !== '');
  return `${statusWords(bar)}: ${job.join(', ')}, ${times}`;
}

function wordsInOrder(
  { type, customer, street, number }: BarWords,
  shown: BarText | undefined,
  icons: string,
) {
  if (!shown) return [type, customer, street, number];
  const short = shown.bold.slice(icons.length).trim();
  const [first = '', second = ''] = shown.rest.split('\n');
  const line = `${first} ${second}`;
  const visible = [customer, street, number].filter((word) => word !== '' && line.includes(word));
  const hidden = [short === type ? '' : type, customer, street, number].filter(
    (word) => !visible.includes(word),
  );
  return [short, ...visible, ...hidden];
}

/** The same for a row's head. */
export function laneLabel(technician: GridTechnician, bars: number, reason: string | null): string {
  const load = technician.loadPercent === null ? '' : `, ${Math.round(technician.loadPercent)} % booked`;
  const note = reason ?? technician.note;
  return `${technician.name}, ${technician.detail}${load}, ${bars === 1 ? '1 appointment' : `${bars} appointments`}${note ? `, ${note}` : ''}`;
}
