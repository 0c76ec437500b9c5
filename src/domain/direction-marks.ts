/**
 * Marks that turn the direction of the text around them: a name that holds them reads as something else wherever it is
 * shown. Text of a right-to-left script needs none; it is kept apart where it is shown (`bdi`).
 */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const withoutDirectionMarks = (text: string): string => text.replace(DIRECTION_MARKS, '');
