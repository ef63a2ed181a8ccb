/** The pieces that the app and the extension's panel share. Data and callbacks in; no storage, no `chrome.*`. Styles: `ui.css`. */
export { CoverageHeader } from './coverage-header';
export { EmptyState } from './empty-state';
export { ErrorNote } from './error-note';
export { type GroupId, groupFindings, groupOf } from './finding-groups';
export { type ExplainedFinding, FindingList, groupName, listOrder } from './finding-list';
export { followLanguage, type Language, labelText, language, setLanguage, translator } from './i18n';
export { type KeyMap, useFindingKeys, useKeys } from './keys';
export { type Pace, Rate } from './rate';
export { cellElement, ReportTable } from './report-table';
export { REVIEW_TONE } from './review-tone';
export { SeverityTag } from './severity-tag';
export { SumLineView } from './sum-line-view';
export { closeToasts, showToast, Toasts, undoLatest } from './toasts';
