const COUNT = new Intl.NumberFormat('en-US');
/** `2,000`: of a large company each count has four digits. */
export const countSaid = (count: number): string => COUNT.format(count);

/** `2.5 h`, `12 h`; from a hundred on nobody plans by minutes: `1,418 h`. */
export function hoursSaid(minutes: number): string {
  const hours = minutes / 60;
  return `${countSaid(hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours))} h`;
}
