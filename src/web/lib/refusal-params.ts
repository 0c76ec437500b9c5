/** Reading the parameters of a refusal. They come over the wire, so each may be missing: a sentence must still stand. */
import { isInstant } from '#domain/time.ts';
import { formatDayTime, formatTimeRange } from './format.ts';

export type Params = Readonly<Record<string, unknown>>;

/** What a screen knows beyond the parameters. All optional: without it sentences are less exact, never wrong. */
export type Wording = {
  readonly zone?: string | undefined;
  readonly viewerZone?: string | undefined;
  readonly technicianName?: ((id: number) => string | undefined) | undefined;
};

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The technician's name, from the refusal or from the screen; "the technician" when neither knows. */
export function technicianOf(params: Params, { technicianName }: Wording): string {
  const id = numberOf(params.technicianId);
  return (
    textOf(params.technicianName) ?? (id === undefined ? undefined : technicianName?.(id)) ?? 'the technician'
  );
}

/** "Ana R. and Sam K.", or "a technician" when nobody is named. */
export function techniciansOf(ids: unknown, wording: Wording): string {
  const names = (Array.isArray(ids) ? ids : []).flatMap((id) => wording.technicianName?.(Number(id)) ?? []);
  return names.length > 0 ? new Intl.ListFormat('en-US').format(names) : 'a technician';
}

export const zoneOf = ({ zone, viewerZone }: Wording): string => zone ?? viewerZone ?? 'UTC';

export function rangeOf({ start, end }: Params, wording: Wording): string | undefined {
  const [from, to] = [textOf(start), textOf(end)];
  if (!from || !to || !isInstant(from) || !isInstant(to)) return undefined;
  return formatTimeRange(from, to, zoneOf(wording), wording);
}

export function momentOf(at: unknown, wording: Wording): string | undefined {
  const text = textOf(at);
  return text && isInstant(text) ? formatDayTime(text, zoneOf(wording), wording) : undefined;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
