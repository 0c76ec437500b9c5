/** Files on a record: attached, renamed, removed; in history and the feed like every record. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { type FileKind, keptFileName, type MediaType, programEnding } from '#domain/files.ts';
import type { Id } from '#domain/ids.ts';
import type { OwnerKind } from '#domain/notes.ts';
import { type Emission, emitChanges } from '../changes/emit.ts';
import { given } from '../handlers/ask.ts';
import { heldOwner } from '../notes/held-owner.ts';
import { type OwnerRef, ownersOf, writableOwner } from '../notes/owners.ts';
import type { CommandContext } from '../write/context.ts';
import { checkStandingKey } from '../write/external-key.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { asMissing } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { type FileRow, filesById } from './store.ts';

export type NewFile = {
  readonly ownerKind: OwnerKind;
  readonly ownerId: Id;
  readonly name: string;
  readonly kind: FileKind;
  readonly signer: string;
  readonly mediaType: MediaType;
  readonly size: number;
  readonly sha256: string;
  readonly externalKey: string | null;
};
export type RowWritten = { readonly operationId: Id; readonly merged: boolean; readonly file: FileRow };

export async function addFile(tx: Transaction, context: CommandContext, file: NewFile): Promise<RowWritten> {
  const owner = await heldOwner(tx, context.actor, file.ownerKind, file.ownerId);
  const [id] = (await newIds(tx, 1)) as [Id];
  const after = {
    ...file,
    id,
    customerId: owner.customerId,
    uploadedBy: context.actor.userId,
    active: true,
  };
  await checkStandingKey(tx, context, 'file', null, after);
  const label = `${after.name} on ${owner.label}`;
  return save(tx, context, 'file.added', { kind: 'file', before: null, after, label }, { merged: false });
}

/** The name as it is kept. Throws ProblemError file.name_of_program (422). */
export function takenFileName(sent: string): string {
  const name = keptFileName(sent);
  const ending = programEnding(name);
  if (ending) throw new ProblemError('file.name_of_program', { name, ending });
  return name;
}

export async function changeFile(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'files.change'>,
): Promise<RowWritten> {
  const before = await lockedFile(tx, context, id);
  const { name, ...others } = given(body.changes);
  const changes = name === undefined ? others : { ...others, name: takenFileName(name) };
  const checked = [{ kind: 'file', id, version: before.version, touches: Object.keys(changes) }];
  const merged = await checkVersions(tx, body.expected, checked);
  const verb = changes.active === false ? 'file.removed' : 'file.changed';
  const after = { ...before, ...changes };
  await checkStandingKey(tx, context, 'file', before, after);
  return save(tx, context, verb, { kind: 'file', before, after, label: before.name }, { merged });
}

type StoredFile = StoredRecord & {
  ownerKind: OwnerKind;
  ownerId: Id;
  name: string;
  active: boolean;
  externalKey: string | null;
};

/** A file of a record the actor may not know of is one nobody has (R40). */
async function lockedFile(tx: Transaction, { actor }: CommandContext, id: Id): Promise<StoredFile> {
  const [file] = await loadRecords<StoredFile>(tx, 'file', [id], { lock: true });
  if (!file) throw new ProblemError('record.not_found', { kind: 'file' });
  await writableOwner(tx, actor, file.ownerKind, file.ownerId).catch(asMissing('file'));
  return file;
}

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  change: RecordChange,
  { merged }: Pick<RowWritten, 'merged'>,
): Promise<RowWritten> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [change]);
  await filesChanged(tx, context, saved, verb);
  const [file] = await filesById(tx, [change.after.id]);
  return { operationId: saved.operationId, merged, file: file! };
}

/** Tells the feed of the files in a saved step; also called by undo. The feed names the owner: its list is read again. */
export async function filesChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
): Promise<void> {
  const changes = saved.changes.filter(({ kind }) => kind === 'file');
  const emissions: Emission[] = [];
  const refOf = (after: RecordChange['after']): OwnerRef => ({
    ownerKind: after.ownerKind as OwnerKind,
    ownerId: after.ownerId as Id,
  });
  const ownerOfFile = await ownersOf(
    tx,
    // Whoever is told, not whoever did it: undoing a merge takes along files of units one does not see.
    { ...context.actor, businessUnitIds: null },
    changes.map(({ after }) => refOf(after)),
  );
  for (const { after, version, fields } of changes) {
    const { id } = after;
    const ref = refOf(after);
    const { businessUnitIds } = ownerOfFile(ref);
    const record = { id, version, ...ref };
    const event = { type, kind: 'file', id, version, fields: Object.keys(fields), record };
    emissions.push(...businessUnitIds.map((businessUnitId) => ({ ...event, businessUnitId })));
  }
  await emitChanges(tx, context, saved.operationId, emissions);
}
