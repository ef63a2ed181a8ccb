/** PDF files with text. What is a picture is said to be one. */
import type { Document, Omission } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { documentOf, element } from '../nodes';
import { contentOf, type PageContent } from './content';
import { characterMaps, loadPdfjs } from './load';
import { blocksOf } from './pages';
import { partsOf } from './parts';

/** Reports have six pages or sixty; a yearbook is no report. */
export const MAX_PAGES = 300;

export async function readPdf(bytes: Uint8Array): Promise<Result<Document, ReadFailure>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself; the caller may want them again.
    data: Uint8Array.from(bytes),
    ...characterMaps(),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES)
      return failed({ code: 'too-many-pages', kind: 'pdf', size: pdf.numPages, limit: MAX_PAGES });
    const contents: (PageContent | null)[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      contents.push(await contentOf(page, pdfjs));
      page.cleanup();
    }
    return fromContents(contents);
  } catch (error) {
    return failed(failureOf(error));
  } finally {
    await task.destroy();
  }
}

function fromContents(contents: readonly (PageContent | null)[]): Result<Document, ReadFailure> {
  const read = contents.filter((content) => content !== null);
  const empty = read.filter(({ glyphs, pictures }) => glyphs.length === 0 && pictures.length > 0).length;
  const crowded = contents.length - read.length;
  if (read.every(({ glyphs }) => glyphs.length === 0)) {
    if (crowded > 0) return failed({ code: 'too-complex', kind: 'pdf', reason: 'page' });
    return failed(empty > 0 ? { code: 'scan', kind: 'pdf', size: contents.length } : { code: 'empty' });
  }
  const omissions: Omission[] = [];
  if (empty > 0) omissions.push({ code: 'page-without-text', count: empty });
  if (crowded > 0) omissions.push({ code: 'page-too-complex', count: crowded });
  const blocks = blocksOf(partsOf(contents));
  const document = documentOf(element('div', blocks), { format: 'pdf', title: null, omissions });
  const unsure = unsureIn(document);
  return ok(
    unsure === 0
      ? document
      : { ...document, omissions: [...document.omissions, { code: 'readings-differ', count: unsure }] },
  );
}

function unsureIn({ blocks }: Document): number {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []));
  return cells.filter((cell) => cell.unsure === true).length;
}

function failureOf(error: unknown): ReadFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { code: 'encrypted', kind: 'pdf' };
  return { code: 'damaged', kind: 'pdf', reason };
}
