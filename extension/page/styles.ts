/** Styles put on a page. Values are those of pwa/ui/tokens.css; solid colours, since nobody knows what they come to lie on. */
import type { Severity } from '../../core/index';

export const HOST_TAG = 'gouji-marks';
export const HIGHLIGHT_PREFIX = 'gouji-';
/** What is drawn later lies above. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * For light or dark paper, never printed. Only at the blocks that hold what is marked, within which highlights inherit:
 * the browser works out anew the style of each element in them, a fifth of a second for a rule at the root of a page of 500
 * tables.
 */
export function highlightCss(dark: boolean, blocks: Readonly<Record<Severity, readonly string[]>>): string {
  const [error, warning, info] = dark ? ['#ff9a90', '#f0c26a', '#9cc4ee'] : ['#b3261e', '#8a5a00', '#2a5a8c'];
  const lines = { error: `wavy ${error} 1.5px`, warning: `wavy ${warning} 1.5px`, info: `dotted ${info} 2px` };
  const rules = SEVERITIES.flatMap((severity) =>
    blocks[severity].map(
      (block) =>
        `${block}::highlight(${HIGHLIGHT_PREFIX}${severity}) { text-decoration: underline ${lines[severity]}; }`,
    ),
  );
  return `@media screen {\n${rules.join('\n')}\n}`;
}

export const OVERLAY_CSS = `
/* Important here beats whatever the page may say of unknown elements. */
:host {
  all: initial !important; direction: ltr !important; position: absolute !important; left: 0 !important; top: 0 !important; width: 0 !important;
  height: 0 !important; z-index: 2147483647 !important; pointer-events: none !important;
  --error: #b3261e; --warning: #8a5a00; --info: #2a5a8c; --accent: #14506e;
}
@media print { :host { display: none !important; } }
.lit, .unclaimed, .inferred, .box, .ring, .error, .warning, .info, .badge, .card { position: absolute; }
div, button { box-sizing: border-box; margin: 0; pointer-events: none; }
[hidden] { display: none; }
.error { --tone: var(--error); }
.warning { --tone: var(--warning); }
.info { --tone: var(--info); }
.lit { background: rgb(20 80 110 / 14%); }
.box { border: 2px solid var(--tone); box-shadow: 0 0 0 1px rgb(255 255 255 / 70%); }
.unclaimed {
  border: 1px dashed #59616b; background: rgb(255 255 255 / 20%); color: #59616b; overflow: hidden;
  font: 10px/1.2 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; text-align: right;
}
.inferred { border: 2px dashed #8a5a00; box-shadow: 0 0 0 1px rgb(255 255 255 / 70%); }
.box.own { border-style: double; border-width: 4px; }
.badge.own { border-radius: 3px; }
.box.tied { border-style: dashed; }
.box.current { outline: 2px solid var(--tone); outline-offset: 2px; }
.badge {
  height: 20px; padding: 0 7px; border: 1px solid #fff; border-radius: 10px; background: var(--tone); color: #fff;
  font: 600 11px/18px 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif;
  font-variant-numeric: tabular-nums; white-space: nowrap; pointer-events: auto; cursor: pointer;
}
.badge.guess { border: 1px dashed #8a5a00; background: #fdf1d6; color: #8a5a00; }
.badge:focus-visible { outline: 2px solid #0b6bcb; outline-offset: 2px; }
.lines { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: visible; z-index: 5; }
.lines polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; }
.lines polyline.halo { stroke: #fff; stroke-width: 4; stroke-opacity: .8; }
.lines circle { fill: var(--accent); stroke: #fff; stroke-width: 1; }
.lines circle.sign { fill: #fff; stroke: var(--accent); }
.lines text { fill: var(--accent); font: 700 11px/1 sans-serif; text-anchor: middle; dominant-baseline: central; }
.card {
  z-index: 10; width: max-content; padding: 10px 12px; border: 1px solid #868c88; border-radius: 6px; background: #fff; color: #1d2126;
  box-shadow: 0 6px 24px rgb(0 0 0 / 22%); pointer-events: auto; user-select: text; overflow-wrap: anywhere; text-align: left;
  font: 13px/1.6 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; font-variant-numeric: tabular-nums;
}
.card p { margin: 0 0 4px; }
.card .head { position: static; display: flex; gap: 6px; color: var(--tone); font-weight: 600; }
.card .head strong { margin-left: auto; padding-left: 12px; }
.card .message { font-weight: 600; }
.card b { padding: 0 3px; border-radius: 3px; background: #fbe9e7; color: var(--error); box-shadow: inset 0 0 0 1px var(--error); }
.card .name, .card .quiet { color: #59616b; }
.card .hint { margin: 6px 0 0; font-size: 12px; }
@media (prefers-color-scheme: dark) {
  .card {
    --error: #ff9a90; --warning: #f0c26a; --info: #9cc4ee;
    border-color: #737c85; background: #1c2024; color: #e8eaec;
  }
  .card b { background: #43201d; }
  .card .name, .card .quiet { color: #b0b7bf; }
}
.ring { border: 3px solid var(--accent); border-radius: 4px; box-shadow: 0 0 0 2px #fff, 0 0 0 10px rgb(20 80 110 / 22%); }
@media (prefers-reduced-motion: no-preference) {
  .ring { animation: settle 1600ms ease-out forwards; }
  @keyframes settle { 0%, 55% { opacity: 1; } 100% { opacity: 0; } }
}
@media (forced-colors: active) {
  .box, .inferred { border-color: CanvasText; border-width: 3px; }
  .badge { forced-color-adjust: none; }
  .lit { outline: 2px dotted CanvasText; outline-offset: -4px; }
  .lines polyline { stroke: CanvasText; }
  .lines polyline.halo { stroke: Canvas; }
  .lines circle { fill: CanvasText; stroke: Canvas; }
  .lines circle.sign { fill: Canvas; stroke: CanvasText; }
  .lines text { fill: CanvasText; }
  .card b { outline: 1px solid CanvasText; }
}`;
