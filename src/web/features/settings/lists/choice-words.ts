/** The words for what a choice holds; most choices are words already. */
const WORDS: Readonly<Record<string, string>> = {
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
};
export const choiceWord = (choice: string): string => WORDS[choice] ?? choice;
