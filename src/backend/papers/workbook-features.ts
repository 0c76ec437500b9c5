/** What write-excel-file leaves to others: how a sheet is printed, who made the file and when. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  findElement,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { PrintedOrder } from '#domain/purchasing/printed-order.ts';
import { titleOf } from './order-words.ts';
import { midnightOf } from './paper-words.ts';
import type { PaperSize } from './typesetting/pen.ts';

/** As the writer's Node edition takes it. */
type NodeFeature = Feature<Stream | Buffer | Blob>;
/** By the numbers of the format (ECMA-376, paperSize). */
const PAPERS: Readonly<Record<PaperSize, number>> = { LETTER: 1, A4: 9 };
const MARGINS = { left: 0.5, right: 0.5, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 };
const SHEET = 'xl/worksheets/sheet{id}.xml';
const WORKBOOK = 'xl/workbook.xml';
/** The second sheet is the one with the lines. */
const LINES = 1;

/** As wide as the paper, as many pages as it takes, the titles of the columns and the page's number on each. */
export function printSetup(title: string, size: PaperSize): NodeFeature {
  const footer = sanitizeTextContent(`&L${title.replaceAll('&', '&&')}&RPage &P of &N`);
  const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
  const inSheet = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (content, _, { sheetIndex }) =>
            [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              getSelfClosingTagMarkup('pageMargins', MARGINS),
              getSelfClosingTagMarkup('pageSetup', {
                paperSize: PAPERS[size],
                orientation: sheetIndex === LINES ? 'landscape' : 'portrait',
                fitToWidth: 1,
                fitToHeight: 0,
              }),
              `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter>`,
            ].reduce(inSheet, content),
        },
        [WORKBOOK]: {
          transform: withDefinedNames,
        },
      },
    },
  };
}

/** The writer puts an empty element there of its own accord: two of them, and Excel would call the file broken. */
function withDefinedNames(xml: string): string {
  const name = `<definedName name="_xlnm.Print_Titles" localSheetId="${LINES}">Lines!$1:$1</definedName>`;
  const markup = `<definedNames>${name}</definedNames>`;
  const present = findElement(xml, 'definedNames');
  if (present) return replaceElement(xml, present, markup);
  const order = getOrderOfSiblings(WORKBOOK, 'workbook') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'workbook');
}

/** The order's own date, not the moment of making. */
export function documentProperties(order: PrintedOrder): NodeFeature {
  const at = midnightOf(order.date).toISOString();
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const core = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${sanitizeTextContent(titleOf(order))}</dc:title>`,
    `<dc:creator>${sanitizeTextContent(order.company.name)}</dc:creator>`,
    stamp('created'),
    stamp('modified'),
    '</cp:coreProperties>',
  ].join('');
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
        },
        '_rels/.rels': {
          insert: () =>
            '<Relationship Id="rId-core-properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        },
      },
      write: { files: () => ({ 'docProps/core.xml': core }) },
    },
  };
}
