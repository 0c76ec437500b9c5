/** Where the bytes of files lie, by company and content: a folder (`folder.ts`) or a bucket (`s3.ts`). */
import type { ContentSink, ContentSource } from '#db/backup/contents.ts';

/**
 * `put` keeps bytes whole and flushed, or not at all, and the same content once. `read` answers null when there is no
 * such content (a database restored without its files); a store that cannot say throws, so that nobody takes a file for
 * gone. Both throw ProblemError server.disk_full or server.files_unavailable.
 */
export type FileStore = ContentSource &
  ContentSink & {
    /** Signs links; the same for every process on this store. */
    key(): Promise<Buffer>;
  };
