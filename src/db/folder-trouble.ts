/** What the operating system says about DATA_DIR, as a sentence that ends with what the operator can do (F30). */
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

export const diskIsFull = (dataDir: string): string =>
  `The disk that holds ${dataDir} is full. Free some space there, or set DATA_DIR to a folder on another disk, and start again.`;

/** The error with words for the operator; one that is none of the folder's stays as it is. */
export function folderTrouble(error: unknown, dataDir: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (FULL.has(code)) return new Error(diskIsFull(dataDir), { cause: error });
  if (!FORBIDDEN.has(code)) return error;
  return new Error(
    `${dataDir} cannot be written. Let the user that Truckroll runs as write there, or set DATA_DIR to another folder.`,
    { cause: error },
  );
}
