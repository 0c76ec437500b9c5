/** The design's colours as MapLibre and a canvas take them: neither reads `light-dark()` or `oklch()` of a variable. */
import type { BarStatus } from '../grid/types.ts';
import { HUES } from './routes.ts';

export type StatusColors = { readonly bg: string; readonly fg: string; readonly edge: string };
export type MapColors = {
  readonly land: string;
  readonly net: string;
  readonly area: string;
  readonly areaLine: string;
  readonly town: string;
  readonly halo: string;
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly danger: string;
  readonly routes: readonly string[];
  readonly status: Readonly<Record<MarkStatus, StatusColors>>;
};
export type MarkStatus = BarStatus | 'paused' | 'late';

const STATUSES: readonly MarkStatus[] = [
  'scheduled',
  'dispatched',
  'working',
  'paused',
  'hold',
  'done',
  'canceled',
  'unused',
  'late',
];

/** As they are where `host` is, in the theme of this moment. */
export function mapColors(host: HTMLElement): MapColors {
  const probe = document.createElement('span');
  host.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const read = (token: string): string => {
    probe.style.color = `var(--${token})`;
    if (!pen) return '#888888';
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const colors: MapColors = {
    land: read('n-2'),
    net: read('n-4'),
    area: read('n-9'),
    areaLine: read('n-7'),
    town: read('n-10'),
    halo: read('n-2'),
    text: read('text'),
    muted: read('muted'),
    surface: read('surface'),
    accent: read('accent'),
    onAccent: read('on-accent'),
    danger: read('danger'),
    routes: Array.from({ length: HUES }, (_, hue) => read(`route-${hue + 1}`)),
    status: Object.fromEntries(
      STATUSES.map((status) => [
        status,
        {
          bg: read(`status-${status}-bg`),
          fg: read(`status-${status}-fg`),
          edge: read(`status-${status}-edge`),
        },
      ]),
    ) as Record<MarkStatus, StatusColors>,
  };
  probe.remove();
  return colors;
}

/** Calls `onChange` when the person or the system changes between light and dark. @returns how to end it */
export function onThemeChange(onChange: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(onChange);
  system.addEventListener('change', onChange);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', onChange);
    chosen.disconnect();
  };
}
