/**
 * Files on a record (domain-rules §1, attachment): what a file is, is decided by its bytes, never by its name or by
 * what the sender calls it. Nothing a browser would run is among them: no HTML, SVG or archive of unknown content.
 * Nor may it be called as if it were: a saved “form.pdf.exe” is started by whoever opens it, whatever its bytes are.
 */
export const FILE_KINDS = ['Photo', 'Form', 'Signature', 'Document'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/msword',
  'application/vnd.ms-excel',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A photo from a phone is 3 to 8 MB. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** How long a link to a file is good for. */
export const LINK_MINUTES = 15;

/** Browsers draw these; HEIC only Apple's, so it is offered for download. */
export const isShownAsImage = (type: string): boolean => type.startsWith('image/') && type !== 'image/heic';
export const kindOf = (type: MediaType): FileKind => (type.startsWith('image/') ? 'Photo' : 'Document');

/** Control characters, line ends, and those that turn the direction of what follows: “photo\u202Egpj.exe”. */
const NOT_IN_A_NAME = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
/** A file's name as it is kept and shown, whatever it was sent as. */
export const keptFileName = (name: string): string => name.replace(NOT_IN_A_NAME, '').trim() || 'file';

/** What Windows, macOS, Linux or a browser runs, or runs code of, when a file of this ending is opened. */
const RUNS = new Set(
  [
    'exe com scr pif cpl msi msp mst msix appx bat cmd ps1 psm1 psd1 vbs vbe js jse mjs cjs ws wsf wsc wsh hta lnk url',
    'reg inf scf jar jnlp gadget application chm dll sys ocx',
    'app command dmg pkg workflow scpt terminal sh bash zsh csh ksh run desktop appimage deb rpm apk',
    'html htm xhtml xht shtml mht mhtml svg svgz swf php py pyw rb pl',
    // Plain text or XML that Windows or an office program acts on when it is opened.
    'msc sct ps1xml psc1 settingcontent-ms library-ms searchconnector-ms appref-ms theme wsb xbap rdp iqy slk',
  ]
    .join(' ')
    .split(' '),
);

/** The last ending of a name when it is one of a program (`exe` of `form.pdf.exe`); null: the name may stand. */
export function programEnding(name: string): string | null {
  // Windows drops points and spaces at the end; marks nobody sees and wide letters are no way around it.
  // “a.exe::$DATA” is how Windows spells the content of “a.exe”.
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/::\$[^:]*$/, '');
  const ending = /\.([^.\s]+)[.\s]*$/.exec(plain)?.[1]?.toLowerCase();
  return ending !== undefined && RUNS.has(ending) ? ending : null;
}

type Bytes = Uint8Array;
const begins = (bytes: Bytes, sign: readonly number[], at = 0) =>
  sign.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
/** As Windows wrote names inside old office files: two bytes a letter. */
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

function contains(bytes: Bytes, sign: readonly number[]): boolean {
  for (let at = bytes.indexOf(sign[0]!); at !== -1; at = bytes.indexOf(sign[0]!, at + 1)) {
    if (begins(bytes, sign, at)) return true;
  }
  return false;
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1'];
const OFFICE: readonly (readonly [part: string, type: MediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** The whole file's type by its bytes; null: not one that is kept. */
export function mediaTypeOf(bytes: Bytes): MediaType | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(bytes, ascii('GIF87a')) || begins(bytes, ascii('GIF89a'))) return 'image/gif';
  if (begins(bytes, ascii('RIFF')) && begins(bytes, ascii('WEBP'), 8)) return 'image/webp';
  if (begins(bytes, ascii('ftyp'), 4) && HEIC_BRANDS.some((brand) => begins(bytes, ascii(brand), 8))) {
    return 'image/heic';
  }
  if (begins(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return OFFICE.find(([part]) => contains(bytes, ascii(part)))?.[1] ?? null;
  }
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    if (contains(bytes, wide('WordDocument'))) return 'application/msword';
    return contains(bytes, wide('Workbook')) ? 'application/vnd.ms-excel' : null;
  }
  return isText(bytes) ? 'text/plain' : null;
}

/** UTF-8 without control characters but line breaks, tabs and form feeds. */
function isText(bytes: Bytes): boolean {
  if (bytes.length === 0) return false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte < 0x20 ? ![0x09, 0x0a, 0x0c, 0x0d].includes(byte) : byte === 0x7f) return false;
    const more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : 3;
    if (byte >= 0x80 && (byte < 0xc2 || byte > 0xf4)) return false;
    // Longer than it need be, a half of a pair, beyond the last letter: what a strict reader refuses.
    const second = bytes[at + 1] ?? 0;
    if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f)) return false;
    if ((byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f)) return false;
    for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    at += more + 1;
  }
  return true;
}
