import { createFileRoute, notFound } from '@tanstack/react-router';

/** Every other address, inside the shell, so that one finds the way back. */
export const Route = createFileRoute('/_office/$')({
  loader: () => {
    throw notFound();
  },
});
