/** Text marked by the CSS Custom Highlight API (Chromium 105 and later): the page's own nodes stay as they are. */
import type { Severity } from '../../core/index';
import type { Anchor } from './anchor';
import { HIGHLIGHT_CSS, HIGHLIGHT_PREFIX } from './styles';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** False where the browser cannot: boxes alone do then. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS;
}

export function highlight(page: Document, anchors: readonly Anchor[]): void {
  clearHighlights(page);
  if (!canHighlight()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIGHLIGHT_CSS);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  for (const [priority, severity] of SEVERITIES.entries()) {
    const ranges = anchors
      .filter((anchor) => anchor.finding.severity === severity)
      .flatMap((anchor) => anchor.targets.flatMap((target) => target.range ?? []));
    if (ranges.length === 0) continue;
    const marks = new Highlight(...ranges);
    marks.priority = priority;
    CSS.highlights.set(`${HIGHLIGHT_PREFIX}${severity}`, marks);
  }
}

/** Goes by names, not by memory: what an earlier copy of this script left behind goes too. */
export function clearHighlights(page: Document): void {
  if (canHighlight()) for (const severity of SEVERITIES) CSS.highlights.delete(`${HIGHLIGHT_PREFIX}${severity}`);
  const rest = page.adoptedStyleSheets?.filter((sheet) => !isOurs(sheet)) ?? [];
  if (rest.length !== (page.adoptedStyleSheets?.length ?? 0)) page.adoptedStyleSheets = rest;
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return [...sheet.cssRules].some((rule) => rule.cssText.includes(`::highlight(${HIGHLIGHT_PREFIX}`));
}
