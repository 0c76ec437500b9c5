/** Every record's id: a global int64 below 2^53 (architecture.md, "URLs and ids"). Never reused. */
export type Id = number;
