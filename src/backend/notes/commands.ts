/** Notes: write, reword, pin, delete. In history and in the feed of whoever may see the owner; undone like all else. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideNoteChange, type OwnerKind } from '#domain/notes.ts';
import { type Emission, emitChanges } from '../changes/emit.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { checkStandingKey } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { asMissing, must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { heldOwner } from './held-owner.ts';
import { type Owner, ownersOf, writableOwner } from './owners.ts';
import { notesById } from './queries.ts';

type NoteWritten = ResultOf<'notes.change'>;
type StoredNote = StoredRecord & {
  ownerKind: OwnerKind;
  ownerId: Id;
  authorId: Id;
  active: boolean;
  externalKey: string | null;
};

export async function addNote(
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'notes.add'>,
): Promise<NoteWritten> {
  const owner = await heldOwner(tx, context.actor, body.ownerKind, body.ownerId);
  const [id] = (await newIds(tx, 1)) as [Id];
  const after = {
    ...body,
    id,
    customerId: owner.customerId,
    authorId: context.actor.userId,
    active: true,
  };
  await checkStandingKey(tx, context, 'note', null, after);
  return save(
    tx,
    context,
    'note.added',
    { kind: 'note', before: null, after, label: labelOf(owner) },
    { merged: false },
  );
}

/** @throws ProblemError note.not_author (403) for somebody else's words */
export async function changeNote(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'notes.change'>,
): Promise<NoteWritten> {
  const [before] = await loadRecords<StoredNote>(tx, 'note', [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind: 'note' });
  const owner = await writableOwner(tx, context.actor, before.ownerKind, before.ownerId).catch(
    asMissing('note'),
  );
  const changes = given(body.changes);
  must(decideNoteChange(before.authorId, context.actor.userId, changes));
  const touches = Object.keys(changes);
  const checked = [{ kind: 'note', id, version: before.version, touches }];
  const merged = await checkVersions(tx, body.expected, checked);
  const verb = changes.active === false ? 'note.deleted' : 'note.changed';
  const after = { ...before, ...changes };
  await checkStandingKey(tx, context, 'note', before, after);
  return save(tx, context, verb, { kind: 'note', before, after, label: labelOf(owner) }, { merged });
}

const labelOf = ({ label }: Owner) => `Note on ${label}`;

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  change: RecordChange,
  { merged }: Pick<NoteWritten, 'merged'>,
): Promise<NoteWritten> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [change]);
  await notesChanged(tx, context, saved, verb);
  const [note] = await notesById(tx, [change.after.id]);
  return { operationId: saved.operationId, merged, note: note! };
}

/** Tells the feed of the notes in a saved step; also called by undo. */
export async function notesChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
): Promise<void> {
  const changes = new Map(
    saved.changes.filter(({ kind }) => kind === 'note').map((change) => [change.after.id, change]),
  );
  if (changes.size === 0) return;
  const emissions: Emission[] = [];
  const records = await notesById(tx, [...changes.keys()]);
  // Whoever is told, not whoever did it: undoing a merge takes along notes of units one does not see.
  const ownerOfNote = await ownersOf(tx, { ...context.actor, businessUnitIds: null }, records);
  for (const record of records) {
    const { businessUnitIds } = ownerOfNote(record);
    const { id, version } = record;
    const fields = Object.keys(changes.get(id)!.fields);
    const event = { type, kind: 'note', id, version, fields, record };
    emissions.push(...businessUnitIds.map((businessUnitId) => ({ ...event, businessUnitId })));
  }
  await emitChanges(tx, context, saved.operationId, emissions);
}
