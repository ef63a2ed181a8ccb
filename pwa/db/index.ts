/**
 * The store, for the app and for the extension's pages. Of core it takes types and schemas only, so that what lists
 * and saves does not load what checks.
 */
export { inOrder, type Review, reviewOf } from '../../core/exchange/review';
export type { StorageFailure } from './attempt';
export { looksLikeBundle, readBundle, writeBundle } from './bundle-text';
export { type BundlePreview, exportBundle, type MergeCounts, mergeBundle, previewBundle } from './bundles';
export { database } from './database';
export { addOpinion, addOpinions, allOpinions, type NewOpinion, opinionsOf } from './opinions';
export { randomId } from './random-id';
export { deleteReport, listReports, loadReport, type ReportList, type ReportSummary, saveReport } from './reports';
export { type Said, say, takenBack } from './say';
export { checkInSeries } from './series';
export { loadSetting, saveSetting } from './settings';
