/**
 * How far a zone's wall clock is ahead of UTC. `Intl` is the only source (no zone tables of our own) and takes
 * about 3 µs a question, so the answer is kept per zone and UTC day: when both ends of the day agree, it holds
 * in between, since no zone changes twice within one day.
 */
const DAY_MS = 86_400_000;
/** 55 years of days; then the zone's memory is dropped, so that no input can make it grow. */
const MAX_DAYS_KEPT = 20_000;

type ZoneMemory = {
  readonly format: Intl.DateTimeFormat;
  /** Offset at the start of a UTC day. */
  readonly atMidnight: Map<number, number>;
};

const zones = new Map<string, ZoneMemory>();

function memoryOf(zone: string): ZoneMemory {
  let memory = zones.get(zone);
  if (!memory) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    memory = { format, atMidnight: new Map() };
    zones.set(zone, memory);
  }
  return memory;
}

/** The offset as `Intl` says it, in milliseconds: exact, slow. */
function askIntl(ms: number, format: Intl.DateTimeFormat): number {
  const shown: Record<string, string> = {};
  for (const part of format.formatToParts(ms)) shown[part.type] = part.value;
  const year = shown.era === 'BC' ? 1 - Number(shown.year) : Number(shown.year);
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day));
  wall.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second));
  return wall.getTime() - Math.floor(ms / 1000) * 1000;
}

function offsetAtMidnight(utcDay: number, memory: ZoneMemory): number {
  const known = memory.atMidnight.get(utcDay);
  if (known !== undefined) return known;
  if (memory.atMidnight.size >= MAX_DAYS_KEPT) memory.atMidnight.clear();
  const offset = askIntl(utcDay * DAY_MS, memory.format);
  memory.atMidnight.set(utcDay, offset);
  return offset;
}

/** Milliseconds the wall clock of `zone` is ahead of UTC at `ms` since 1970. Throws RangeError for an unknown zone. */
export function offsetMs(ms: number, zone: string): number {
  const memory = memoryOf(zone);
  const utcDay = Math.floor(ms / DAY_MS);
  const before = offsetAtMidnight(utcDay, memory);
  const after = offsetAtMidnight(utcDay + 1, memory);
  return before === after ? before : askIntl(ms, memory.format);
}
