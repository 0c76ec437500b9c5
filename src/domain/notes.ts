/** Notes and files hang on a record, their owner (domain-rules §1); who may change a note (ours, like every diary). */
import { allow, type Decision, refuse } from './decision.ts';
import type { Id } from './ids.ts';
import type { Role } from './roles.ts';

/** The records notes and files can hang on. A new one is a name here and its row in `backend/notes/owners.ts`. */
export const OWNER_KINDS = [
  'job',
  'customer',
  'location',
  'project',
  'technician',
  'invoice',
  'vendor',
] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

const OFFICE: readonly Role[] = ['csr', 'dispatcher', 'accounting', 'admin'];
const BUYING: readonly Role[] = ['purchasing', 'accounting', 'admin'];
/** Whoever works on a record writes about it: on vendors those who buy, on all else those who keep customers and jobs. */
export const mayWriteOn = (roles: readonly Role[], owner: OwnerKind): boolean =>
  roles.some((role) => (owner === 'vendor' ? BUYING : OFFICE).includes(role));

type NoteChanges = { readonly text?: string; readonly pinned?: boolean; readonly active?: boolean };

/**
 * The words of a note are its author's: nobody else rewords or deletes it. Pinning is for everybody, since what is
 * pinned is what the next person must see. Refuses with `note.not_author`.
 */
export function decideNoteChange(authorId: Id, actorId: Id, changes: NoteChanges): Decision<null> {
  const rewords = changes.text !== undefined || changes.active !== undefined;
  return rewords && authorId !== actorId ? refuse('note.not_author', { authorId }) : allow(null);
}
