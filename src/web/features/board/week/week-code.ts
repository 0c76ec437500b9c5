/** Everything only the week needs, in one file, so that it is one request. */
export { FreeDaysStrip } from './free-days-strip.tsx';
export { weekAxis } from './week-axis.ts';
export { weekTimes } from './week-times.ts';
