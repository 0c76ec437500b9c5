/** Initials in a circle; the name is its tooltip and its label. */
export function Avatar({ name, initials }: { name: string; initials: string }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-[10.5px] font-bold text-accent"
    >
      {initials}
    </span>
  );
}
