/** PDF files written by hand, for what printers never or seldom make. */

export interface HandmadePage {
  /** Operators of the page. Fonts: `/S` 宋体 that the file does not hold, `/D` the same downwards, `/G` the same by GBK, `/T` of pictures. */
  readonly content: string;
  readonly rotate?: number;
  /** Left, bottom, right, top of what is shown of it. */
  readonly crop?: readonly [number, number, number, number];
}

export const WIDTH = 595;
export const HEIGHT = 842;

const DESCRIPTOR =
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';
const DESCENDANT =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 3 0 R /DW 1000 /W [1 95 500 814 939 500] >>';
const songti = (encoding: string): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`;
/** Digits drawn by operators, as some programs print all their text. */
const DRAWN = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 100] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 48 /LastChar 57 /Widths [${'50 '.repeat(10)}] /CharProcs << ${'0123456789'.replace(/./g, '/d$& 9 0 R ')}>> /Encoding << /Type /Encoding /Differences [48 ${'0123456789'.replace(/./g, '/d$& ')}] >> /ToUnicode 10 0 R /Resources << >> >>`;
const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /D def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <30> <39> <0030> endbfrange endcmap end end';
/** One black pixel, as large as the operators make it. */
const PICTURE = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
/** Paints the content of a form of its own. */
const NESTED = '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 0 0]';

export interface HandmadeOptions {
  /** Content of the form `/F`. */
  readonly form?: string;
  /** More entries of the catalogue. */
  readonly catalogue?: string;
}

export function handmadePdf(
  pages: readonly HandmadePage[],
  { form = '', catalogue = '' }: HandmadeOptions = {},
): Uint8Array {
  const stream = (dictionary: string, content: string): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const first = 13;
  const resources = '<< /Font << /S 5 0 R /D 6 0 R /G 7 0 R /T 8 0 R >> /XObject << /P 11 0 R /F 12 0 R >> >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
    DESCRIPTOR,
    DESCENDANT,
    songti('UniGB-UCS2-H'),
    songti('UniGB-UCS2-V'),
    songti('GBK-EUC-H'),
    DRAWN,
    stream('', '50 0 d0 10 10 30 80 re f'),
    stream('', TO_UNICODE),
    stream(PICTURE, '0'),
    stream(`${NESTED} /Resources ${resources}`, form),
    ...pages.flatMap(({ content, rotate = 0, crop }, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${rotate} ${crop === undefined ? '' : `/CropBox [${crop.join(' ')}]`} /Resources ${resources} /Contents ${first + at * 2 + 1} 0 R >>`,
      stream('', content),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const hex = (text: string): string =>
  [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** Text at a place, counted from the lower left corner. */
export function text(words: string, x: number, y: number, size = 10, font = 'S'): string {
  const shown = font === 'T' ? `(${words})` : `<${hex(words)}>`;
  return `BT /${font} ${size} Tf ${x} ${y} Td ${shown} Tj ET`;
}

export function line(x: number, y: number, toX: number, toY: number): string {
  return `${x} ${y} m ${toX} ${toY} l S`;
}

export interface Ruled {
  readonly top: number;
  readonly xs: readonly number[];
  readonly height?: number;
  readonly font?: string;
}

/** Rows of cells between lines, their text three points behind the left one. */
export function ruled(rows: readonly (readonly string[])[], { top, xs, height = 20, font = 'S' }: Ruled): string {
  const bottom = top - rows.length * height;
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const across = Array.from({ length: rows.length + 1 }, (_, at) =>
    line(left, top - at * height, right, top - at * height),
  );
  const down = xs.map((x) => line(x, bottom, x, top));
  const texts = rows.flatMap((cells, at) =>
    cells.map((words, column) =>
      text(words, (xs[column] ?? 0) + 3, top - at * height - 13, 10, column > 0 && /^\d+$/.test(words) ? font : 'S'),
    ),
  );
  return [...across, ...down, ...texts].join('\n');
}
