/** Reports in the layouts that the tests of reading hold, as documents. */
import type { Document } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import type { Layout } from '../support/layouts/index';
import type { PrintedReport } from '../support/render';

export { type Layout, layouts } from '../support/layouts/index';

export function readAs({ format, render }: Layout, report: PrintedReport): Document {
  const text = render(report);
  return format === 'html' ? readHtml(text) : readText(text);
}
