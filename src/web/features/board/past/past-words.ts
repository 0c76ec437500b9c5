/** Why nothing lifts on the board of a past minute. */
export const PAST_LOCKED = 'This is the board as it stood. Go back to now to change it.';
