/** How the short tables of posting look: figures under each other, a line between rows. */
export const TABLE = 'w-full max-w-4xl border-collapse text-left tabular-nums [&_td]:p-1.5 [&_th]:p-1.5';
export const ROW = 'border-t border-line';
