import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_office/board')({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/_office/board"!</div>;
}
