/** What every paper has, whatever it is of: the PDF (`paper-pdf.ts`) knows nothing else. */
import type { AddressCopy } from '#domain/document-copy.ts';
import type { Cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';

/** One of its facts; those without a value are left out. */
export type Fact = { readonly label: string; readonly value: string };
/** `strong`: below a rule, as a sum of what stands above it. */
export type Amount = { readonly label: string; readonly cents: Cents; readonly strong: boolean };
export type Block = { readonly title: string; readonly lines: readonly string[] };

export type PaperColumn<Line> = {
  readonly title: string;
  readonly text: (line: Line) => string;
  /** One of them is `wide`: it has the room that is left. Figures never break. */
  readonly kind: 'figure' | 'text' | 'wide';
  /** Texts break at it. */
  readonly widest?: number;
};

export type Paper<Line> = {
  readonly title: string;
  readonly company: AddressCopy;
  readonly on: Day;
  /** Beside the facts there is room for two. */
  readonly blocks: readonly Block[];
  readonly facts: readonly Fact[];
  readonly columns: readonly PaperColumn<Line>[];
  readonly lines: readonly Line[];
  /** In place of them where there are none. */
  readonly noLines: string;
  readonly amounts: readonly Amount[];
  /** Below the amounts; one without text is left out. */
  readonly notes: readonly { readonly title: string; readonly text: string }[];
};
