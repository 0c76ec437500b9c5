/** A time of day as minutes since midnight on a wall clock, 0 … 1440, and as `HH:MM`; 24:00 is the day's end. */
export const MINUTES_OF_DAY = 24 * 60;

const two = (value: number): string => String(value).padStart(2, '0');

/** `08:30`; 1440 is `24:00`. */
export const clockOfMinute = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Of `HH:MM`, as `localTime` writes it. */
export const minuteOfClock = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
