/** No mark nobody sees among them: the mail library leaves those out, and writes to somebody else. */
const ADDRESS = /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u;

/** One plain address; what people typed is no list of them, no name with one, and nothing in it is unseen. */
export const isMailAddress = (text: string): boolean => ADDRESS.test(text);
