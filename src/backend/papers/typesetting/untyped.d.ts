/** What we use of a package without types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** Where the next line may begin, in UTF-16 units; `required` after a line feed. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
