/** Styles put on a page. Values are those of pwa/ui/tokens.css; solid colours, since nobody knows what they come to lie on. */
export const HOST_TAG = 'gouji-marks';
export const HIGHLIGHT_PREFIX = 'gouji-';

export const HIGHLIGHT_CSS = `
@media screen {
  ::highlight(gouji-error) { text-decoration: underline wavy #b3261e 1.5px; }
  ::highlight(gouji-warning) { text-decoration: underline wavy #8a5a00 1.5px; }
  ::highlight(gouji-info) { text-decoration: underline dotted #2a5a8c 2px; }
}`;

export const OVERLAY_CSS = `
/* Important here beats whatever the page may say of unknown elements. */
:host {
  all: initial !important; direction: ltr !important; position: absolute !important; left: 0 !important; top: 0 !important; width: 0 !important;
  height: 0 !important; z-index: 2147483647 !important; pointer-events: none !important;
  --error: #b3261e; --warning: #8a5a00; --info: #2a5a8c; --accent: #14506e;
}
@media print { :host { display: none !important; } }
div, button { position: absolute; box-sizing: border-box; margin: 0; pointer-events: none; }
[hidden] { display: none; }
.error { --tone: var(--error); }
.warning { --tone: var(--warning); }
.info { --tone: var(--info); }
.lit { background: rgb(20 80 110 / 14%); }
.box { border: 2px solid var(--tone); box-shadow: 0 0 0 1px rgb(255 255 255 / 70%); }
.box.tied { border-style: dashed; }
.box.current { outline: 2px solid var(--tone); outline-offset: 2px; }
.badge {
  height: 20px; padding: 0 7px; border: 1px solid #fff; border-radius: 10px; background: var(--tone); color: #fff;
  font: 600 11px/18px 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif;
  font-variant-numeric: tabular-nums; white-space: nowrap; pointer-events: auto; cursor: pointer;
}
.badge:focus-visible { outline: 2px solid #0b6bcb; outline-offset: 2px; }
.ring { border: 3px solid var(--accent); border-radius: 4px; box-shadow: 0 0 0 2px #fff, 0 0 0 10px rgb(20 80 110 / 22%); }
@media (prefers-reduced-motion: no-preference) {
  .ring { animation: settle 1600ms ease-out forwards; }
  @keyframes settle { 0%, 55% { opacity: 1; } 100% { opacity: 0; } }
}
@media (forced-colors: active) {
  .box { border-color: Mark; forced-color-adjust: none; }
  .badge { forced-color-adjust: none; }
}`;
