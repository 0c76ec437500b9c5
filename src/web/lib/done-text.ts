/** What a step taken back or done again says of itself. Read when the first one has been (`parts/use-undo.ts`). */
import { noteText } from './note-text.ts';
import { verbWords } from './record-words.ts';

type Note = Parameters<typeof noteText>[0];

/** "Undone: visit rescheduled", and what was noted of it. */
export const doneText = (done: string, verb: string, notes: readonly Note[]) => ({
  title: `${done}: ${verbWords(verb)}`,
  body: notes.length > 0 ? notes.map((note) => noteText(note)).join(' ') : undefined,
});
