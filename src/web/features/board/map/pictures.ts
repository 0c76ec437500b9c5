/** The marks' pictures, drawn here: a sprite or glyphs of a server would be requests, and these know our statuses. */
import type { MapColors, MarkStatus } from './token-colors.ts';

export type Picture = { readonly width: number; readonly height: number; readonly data: ImageData['data'] };

/** Sharp on most screens; a picture has that many pixels per CSS pixel. */
export const PICTURE_RATIO = 2;
export const MARK_HEIGHT = 22;

const FONT = '600 11px "Inter Variable", Inter, system-ui, sans-serif';
const ICON_PX = 11;
const PADDING_PX = 5;

/** On a field of 24, like the icons of the rest of the product (lucide, ISC). */
const ICONS: Readonly<Record<MarkStatus, { readonly d: string; readonly isFilled?: boolean }>> = {
  scheduled: { d: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18' },
  dispatched: { d: 'M4 12h16M13 5l7 7-7 7' },
  working: { d: 'M6 3l14 9-14 9z', isFilled: true },
  paused: { d: 'M6 4h4v16H6zM14 4h4v16h-4z', isFilled: true },
  done: { d: 'M20 6 9 17l-5-5' },
  hold: {
    d: 'M18 11V6a2 2 0 0 0-4 0M14 10V4a2 2 0 0 0-4 0v2M10 10.5V6a2 2 0 0 0-4 0v8M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2c-2.8 0-4.5-.86-5.99-2.34l-3.6-3.6a2 2 0 0 1 2.83-2.82L7 15',
  },
  canceled: { d: 'M18 6 6 18M6 6l12 12' },
  unused: { d: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M5 5l14 14' },
  late: { d: 'M12 4v10M12 19v1' },
};
const HOME = 'M3 11l9-8 9 8M6 9v11h12V9';

type Pen = CanvasRenderingContext2D;

/** null: the name is none of ours. */
export function pictureOf(name: string, colors: MapColors): Picture | null {
  const [kind, ...rest] = name.split('|');
  if (kind === 'mark') return markPicture(rest, colors);
  if (kind === 'home') return homePicture(Number(rest[0]), rest[1] ?? '', colors);
  if (kind === 'drive') return drivePicture(`${rest[0]} min`, colors);
  return null;
}

let canvas: HTMLCanvasElement | null = null;

function drawn(width: number, height: number, draw: (pen: Pen) => void): Picture | null {
  canvas ??= document.createElement('canvas');
  canvas.width = Math.ceil(width) * PICTURE_RATIO;
  canvas.height = Math.ceil(height) * PICTURE_RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.scale(PICTURE_RATIO, PICTURE_RATIO);
  pen.font = FONT;
  pen.textBaseline = 'middle';
  draw(pen);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

function widthOf(text: string): number {
  canvas ??= document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return text.length * 7;
  pen.font = FONT;
  return pen.measureText(text).width;
}

/**
 * Status icon and label on the status' fill. Its edge is its technician's colour; nobody's is filled with the accent and
 * square, so that it is told apart in grey as well.
 */
function markPicture([dimmed, status, flag, hue, label = '']: string[], colors: MapColors): Picture | null {
  const isLate = flag === 'late';
  const isNobodys = hue === '';
  const look = colors.status[status as MarkStatus];
  const icon = ICONS[isLate ? 'late' : (status as MarkStatus)];
  const width = Math.max(34, PADDING_PX * 2 + ICON_PX + 2 + widthOf(label) + 2);
  const edge = isLate ? colors.danger : isNobodys ? colors.onAccent : colors.routes[Number(hue)]!;
  return drawn(width, MARK_HEIGHT, (pen) => {
    pen.globalAlpha = dimmed ? 0.3 : 1;
    const ink = isNobodys ? colors.onAccent : isLate ? colors.status.late.fg : look.fg;
    pen.beginPath();
    pen.roundRect(1.5, 1.5, Math.ceil(width) - 3, MARK_HEIGHT - 3, isNobodys ? 3 : 9.5);
    pen.fillStyle = isNobodys ? colors.accent : isLate ? colors.status.late.bg : look.bg;
    pen.fill();
    pen.lineWidth = isNobodys ? 1.5 : 2.5;
    pen.strokeStyle = edge;
    pen.setLineDash(flag === 'unconfirmed' ? [3, 2] : []);
    pen.stroke();
    pen.setLineDash([]);
    strokeIcon(pen, icon, isNobodys ? ink : isLate ? colors.danger : look.edge, PADDING_PX + 0.5);
    pen.fillStyle = ink;
    pen.fillText(label, PADDING_PX + ICON_PX + 3, MARK_HEIGHT / 2 + 0.5);
  });
}

function strokeIcon(pen: Pen, icon: { d: string; isFilled?: boolean }, color: string, x: number): void {
  pen.save();
  pen.translate(x, (MARK_HEIGHT - ICON_PX) / 2);
  pen.scale(ICON_PX / 24, ICON_PX / 24);
  const path = new Path2D(icon.d);
  pen.lineWidth = 3.4;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = color;
  pen.fillStyle = color;
  if (icon.isFilled) pen.fill(path);
  else pen.stroke(path);
  pen.restore();
}

function homePicture(hue: number, letter: string, colors: MapColors): Picture | null {
  const width = PADDING_PX * 2 + ICON_PX + 3 + (letter ? widthOf(letter) : 0);
  return drawn(width, MARK_HEIGHT, (pen) => {
    pen.beginPath();
    pen.roundRect(2, 2, Math.ceil(width) - 4, MARK_HEIGHT - 4, 3);
    pen.fillStyle = colors.surface;
    pen.fill();
    pen.lineWidth = 1.5;
    pen.strokeStyle = colors.routes[hue]!;
    pen.stroke();
    strokeIcon(pen, { d: HOME }, colors.routes[hue]!, PADDING_PX);
    pen.fillStyle = colors.text;
    pen.fillText(letter, PADDING_PX + ICON_PX + 2, MARK_HEIGHT / 2 + 0.5);
  });
}

function drivePicture(text: string, colors: MapColors): Picture | null {
  const width = widthOf(text) + 10;
  return drawn(width, 16, (pen) => {
    pen.beginPath();
    pen.roundRect(0.5, 0.5, Math.ceil(width) - 1, 15, 4);
    pen.fillStyle = colors.surface;
    pen.globalAlpha = 0.9;
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = colors.muted;
    pen.fillText(text, 5, 8.5);
  });
}
