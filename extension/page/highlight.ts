/** Text marked by the CSS Custom Highlight API (Chromium 105 and later): the page's own nodes stay as they are. */
import type { Severity } from '../../core/index';
import type { Anchor } from './anchor';
import { isDark } from './darkness';
import { documentsOf } from './frames';
import { HIGHLIGHT_PREFIX, highlightCss } from './styles';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

type PageWindow = Window & typeof globalThis;

/** Each document has its own highlights, and takes style sheets of its own making only. Null where the browser cannot. */
function windowOf(page: Document): PageWindow | null {
  const view = page.defaultView as PageWindow | null;
  const can = view !== null && typeof view.Highlight === 'function' && typeof view.CSS === 'object';
  return can && 'highlights' in view.CSS ? view : null;
}

export function highlight(page: Document, anchors: readonly Anchor[]): void {
  clearHighlights(page);
  for (const each of documentsOf(page)) highlightIn(each, anchors);
}

function highlightIn(page: Document, anchors: readonly Anchor[]): void {
  const view = windowOf(page);
  const rangesOf = (severity: Severity): Range[] =>
    anchors
      .filter((anchor) => anchor.finding.severity === severity)
      .flatMap(({ targets }) => targets.flatMap(({ range }) => range ?? []))
      .filter((range) => range.startContainer.ownerDocument === page);
  const marked = SEVERITIES.map((severity) => ({ severity, ranges: rangesOf(severity) }));
  if (view === null || marked.every(({ ranges }) => ranges.length === 0)) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(highlightCss(isDark(page)));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  for (const [priority, { severity, ranges }] of marked.entries()) {
    if (ranges.length === 0) continue;
    const marks = new view.Highlight(...ranges);
    marks.priority = priority;
    view.CSS.highlights.set(`${HIGHLIGHT_PREFIX}${severity}`, marks);
  }
}

/** Goes by names, not by memory: what an earlier copy of this script left behind goes too. */
export function clearHighlights(page: Document): void {
  for (const each of documentsOf(page)) {
    const view = windowOf(each);
    if (view !== null) for (const severity of SEVERITIES) view.CSS.highlights.delete(`${HIGHLIGHT_PREFIX}${severity}`);
    const rest = each.adoptedStyleSheets?.filter((sheet) => !isOurs(sheet)) ?? [];
    if (rest.length !== (each.adoptedStyleSheets?.length ?? 0)) each.adoptedStyleSheets = rest;
  }
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return [...sheet.cssRules].some((rule) => rule.cssText.includes(`::highlight(${HIGHLIGHT_PREFIX}`));
}
