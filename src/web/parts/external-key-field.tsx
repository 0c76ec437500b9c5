import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import type { Versioned } from '../data/versions.ts';
import { problemOf } from '../lib/api.ts';
import { TextField } from '../ui/text-field.tsx';
import { EditableField } from './editable-field.tsx';

const rule = z.string().max(100);

export type ExternalKeyFieldProps = {
  value: string | null;
  versions: readonly Versioned[];
  lockedBecause: string | undefined;
  onSave: (value: string | null, expected: readonly Versioned[]) => Promise<unknown>;
  className?: string | undefined;
};

/** What another program calls the record, changed where it stands; a key somebody has already leads to them. */
export function ExternalKeyField({ value, onSave, ...rest }: ExternalKeyFieldProps) {
  return (
    <EditableField
      {...rest}
      label="External key"
      field="externalKey"
      value={value ?? ''}
      schema={rule}
      onSave={(next, expected) => onSave(next.trim() || null, expected)}
      explain={(error) => <KeyTakenLink error={error} />}
      control={(edit) => (
        <TextField
          maxLength={LONGEST_EXTERNAL_KEY}
          value={edit.value}
          onChange={({ target }) => edit.onChange(target.value)}
        />
      )}
    >
      {value && <bdi>{value}</bdi>}
    </EditableField>
  );
}

/** Where the one stands that has the key; nothing for any other error, or when that one is not to be seen. */
export function KeyTakenLink({ error }: { error: unknown }) {
  const problem = problemOf(error);
  const { pageId: id, kind, name } = problem?.params ?? {};
  if (problem?.code !== 'record.key_taken' || typeof id !== 'number') return null;
  const words = (
    <>
      Open <bdi>{String(name)}</bdi>
    </>
  );
  const className = 'mt-1 inline-block text-xs text-accent underline';
  if (kind === 'job' || kind === 'appointment') {
    return (
      <Link to="/jobs/$id" params={{ id }} className={className}>
        {words}
      </Link>
    );
  }
  if (kind === 'project') {
    return (
      <Link to="/projects/$id" params={{ id }} className={className}>
        {words}
      </Link>
    );
  }
  if (kind === 'vendor' || kind === 'vendorContact' || kind === 'catalogueItem') {
    return (
      <Link to="/vendors/$id" params={{ id }} className={className}>
        {words}
      </Link>
    );
  }
  if (kind === 'sku') {
    return (
      <Link to="/skus/$id" params={{ id }} className={className}>
        {words}
      </Link>
    );
  }
  if (kind !== 'customer' && kind !== 'location' && kind !== 'contact') return null;
  return (
    <Link to="/customers/$id" params={{ id }} className={className}>
      {words}
    </Link>
  );
}
