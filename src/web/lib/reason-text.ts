/** Why something was held or canceled, in words. */
import type { ReasonCode } from '#domain/job/job-card.ts';

const REASON_WORDS: Readonly<Record<ReasonCode, string>> = { 'booking.undone': 'Booking undone' };

/** A reason nobody chose from the list; one of a newer server says nothing. */
export const reasonWord = (code: unknown): string =>
  (REASON_WORDS as Readonly<Record<string, string | undefined>>)[String(code)] ?? 'No reason given';

/** The reason chosen from the list by its name, else the program's own in words. */
export const reasonText = ({ reason, code }: { reason: string; code: ReasonCode | null }): string =>
  reason || reasonWord(code);
