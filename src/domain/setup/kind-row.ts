/** The form of one set-up list, and the fields several of them have. */
import type { SetupField } from './fields.ts';
import type { SetupTitles } from './kind-titles.ts';

/** A column of the list; an instant is null until it has happened. */
export type ToldField = {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'instant';
};

export type SetupKindRow = SetupTitles & {
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** The field people know a record by. */
  readonly naming: string;
  /** The name is unique among records that agree in these fields; null: names may repeat. */
  readonly uniqueWithin: readonly string[] | null;
  /** Pairs of which the first may not come after the second, where both are given. */
  readonly inOrder?: readonly (readonly [from: string, until: string])[];
  /** The fields whose order the list has, before its names: a time, a position, whose it is. */
  readonly listedBy?: readonly string[];
  /** Fields that are given together or not at all. */
  readonly together?: readonly string[];
  /** A field that may not be empty when another holds this. */
  readonly neededWhen?: { readonly field: string; readonly when: string; readonly is: string };
  readonly fields: readonly SetupField[];
  /** What is told of a record besides, and typed by nobody: other commands bring it about. */
  readonly told?: readonly ToldField[];
};

export const name = (max = 80): SetupField => ({
  name: 'name',
  title: 'Name',
  type: 'text',
  max,
  required: true,
});
export const externalKey: SetupField = {
  name: 'externalKey',
  title: 'External key',
  type: 'key',
  max: 100,
  quiet: true,
  hint: 'What another program calls it. An import finds the record by it.',
};
