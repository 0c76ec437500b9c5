import { notFound } from '@tanstack/react-router';
import { idIn } from './search-params.ts';

/** The id in the address of one record's page; anything else is no page. */
export const idParams = {
  parse: ({ id }: { id: string }): { id: number } => {
    const parsed = idIn(id);
    if (parsed === undefined) throw notFound();
    return { id: parsed };
  },
  stringify: ({ id }: { id: number }): { id: string } => ({ id: String(id) }),
};
