/** The domain's rule of what needs somebody now, under the name the screens know; they add only words and looks. */
export {
  isDue,
  isLate,
  isParkedVisit,
  isUnassigned,
  isUnconfirmed,
  isWaiting,
  latenessOf,
} from '#domain/schedule/visit-flags.ts';
