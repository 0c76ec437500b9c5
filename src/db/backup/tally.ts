/** Holds the lines of a backup against its header while they pass: whether every row and byte is there, and how far it is. */
import type { Content } from './contents.ts';
import type { Marker } from './dump.ts';
import { BackupError, type Header } from './header.ts';

/** Files come after the last row. */
export type Progress = (rowsDone: number, rowsTotal: number, filesDone: number, filesTotal: number) => void;

export type Tally = {
  row(): void;
  marker(marker: Marker): void;
  /** A line of base64 so many characters long, with so many of them padding. */
  chunk(characters: number, padding: number): void;
  /** @throws BackupError when the end has not come */
  finish(): void;
  /** Attached files whose bytes are not in the backup. */
  lost(): number;
};

/** Calls `onProgress` at each marker and every thousandth row. */
export function createTally(header: Header, onProgress: Progress = () => {}): Tally {
  let tables = 0;
  let inTable = 0;
  let rows = 0;
  let ended = false;
  let file: Content | undefined;
  let bytes = 0;
  const files = { done: 0, bytes: 0, lost: 0 };
  let table: Header['tables'][number] | undefined;
  const leaveTable = () => {
    const expected = table?.rows ?? 0;
    if (expected !== inTable) {
      throw new BackupError(
        `The backup should hold ${expected} rows of ${table?.name ?? 'no table'}, but holds ${inTable}.`,
      );
    }
    table = undefined;
    inTable = 0;
  };
  const leaveFile = () => {
    if (file && file.size !== bytes) {
      throw new BackupError(
        `The backup should hold ${file.size} bytes of the attached file ${file.sha256}, but holds ${bytes}.`,
      );
    }
    file = undefined;
    bytes = 0;
  };
  const say = () => onProgress(rows, header.rows, files.done, header.files.count);
  return {
    row() {
      inTable++;
      rows++;
      if (rows % 1000 === 0) say();
    },
    marker(marker) {
      leaveTable();
      leaveFile();
      say();
      if ('table' in marker) {
        table = header.tables[tables++];
        if (table?.name !== marker.table) {
          throw new BackupError(`The backup holds ${marker.table} where it should not.`);
        }
      } else if ('file' in marker) {
        files.done++;
        files.bytes += marker.file.size;
        if (marker.lost) files.lost++;
        else file = marker.file;
      } else if ('end' in marker) {
        const { count, bytes: expected } = header.files;
        if (files.done !== count || files.bytes !== expected) {
          throw new BackupError(`The backup should hold ${count} attached files, but holds ${files.done}.`);
        }
        ended = tables === header.tables.length && marker.end === rows;
      }
    },
    chunk(characters, padding) {
      bytes += (characters / 4) * 3 - padding;
    },
    finish() {
      if (!ended) throw new BackupError('The backup broke off before its end.');
    },
    lost: () => files.lost,
  };
}
