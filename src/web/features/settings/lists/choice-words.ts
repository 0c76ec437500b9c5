import { ROLE_WORDS } from '../../../lib/trade-words.ts';

/** The words for what a choice holds; most choices are words already. */
const WORDS: Readonly<Record<string, string>> = {
  ...ROLE_WORDS,
  Hold: 'Hold',
  Cancel: 'Cancel',
  job: 'Job',
  project: 'Project',
  Instant: 'Day and time',
  YesNo: 'Yes or no',
  neutral: 'Gray',
  accent: 'Blue',
  success: 'Green',
  warning: 'Amber',
  danger: 'Red',
  info: 'Teal',
  Days: 'Some days later',
  DayOfThisMonth: 'On a day of this month',
  DayOfNextMonth: 'On a day of next month',
};
export const choiceWord = (choice: string): string => WORDS[choice] ?? choice;
