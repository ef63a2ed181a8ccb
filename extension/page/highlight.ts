/** Text marked by the CSS Custom Highlight API (Chromium 105 and later): the page's own nodes stay as they are. */
import type { Severity } from '../../core/index';
import type { Anchor } from './anchor';
import { blockOf, blockSelector } from './block-selector';
import { isDark } from './darkness';
import { documentsOf } from './frames';
import { HIGHLIGHT_PREFIX, highlightCss, SEVERITIES } from './styles';

/** Of more marks than a report has, each table has one rule, not each cell. */
const MANY = 60;

type PageWindow = Window & typeof globalThis;
/** By the elements that they name. */
type Selectors = ReadonlyMap<Element, string>;

/** Each document has its own highlights, and takes style sheets of its own making only. Null where the browser cannot. */
function windowOf(page: Document): PageWindow | null {
  const view = page.defaultView as PageWindow | null;
  const can = view !== null && typeof view.Highlight === 'function' && typeof view.CSS === 'object';
  return can && 'highlights' in view.CSS ? view : null;
}

/** What is highlighted, as long as its selectors name the same elements. */
export class Highlighted {
  private readonly selectors: readonly Selectors[];

  constructor(
    private readonly page: Document,
    private readonly anchors: readonly Anchor[],
  ) {
    this.selectors = documentsOf(page).map((each) => highlightIn(each, anchors));
  }

  /** Itself, or all of it anew where the page has moved the elements. */
  inPlace(): Highlighted {
    const fits = this.selectors.every((each) => [...each].every(([block, selector]) => block.matches(selector)));
    if (fits) return this;
    clearHighlights(this.page);
    return new Highlighted(this.page, this.anchors);
  }
}

function highlightIn(page: Document, anchors: readonly Anchor[]): Selectors {
  const selectors = new Map<Element, string>();
  const view = windowOf(page);
  const rangesOf = (severity: Severity): Range[] =>
    anchors
      .filter((anchor) => anchor.finding.severity === severity)
      .flatMap(({ targets }) => targets.flatMap(({ range }) => range ?? []))
      .filter((range) => range.startContainer.ownerDocument === page);
  const ranges = { info: rangesOf('info'), warning: rangesOf('warning'), error: rangesOf('error') };
  if (view === null || SEVERITIES.every((severity) => ranges[severity].length === 0)) return selectors;
  const within = SEVERITIES.reduce((count, severity) => count + ranges[severity].length, 0) > MANY ? 'table' : 'cell';
  const blocksOf = (severity: Severity): readonly string[] => {
    const blocks = new Set(ranges[severity].flatMap((range) => blockOf(range, within) ?? []));
    return [...blocks].map((block) => {
      const selector = selectors.get(block) ?? blockSelector(block);
      selectors.set(block, selector);
      return selector;
    });
  };
  const blocks = { info: blocksOf('info'), warning: blocksOf('warning'), error: blocksOf('error') };
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(highlightCss(isDark(page), blocks));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  for (const [priority, severity] of SEVERITIES.entries()) {
    if (ranges[severity].length === 0) continue;
    const marks = new view.Highlight(...ranges[severity]);
    marks.priority = priority;
    view.CSS.highlights.set(`${HIGHLIGHT_PREFIX}${severity}`, marks);
  }
  return selectors;
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
