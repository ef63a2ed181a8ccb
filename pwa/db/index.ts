/**
 * The store, for the app and for the extension's pages. Of core it takes types and schemas only, so that what lists
 * and saves does not load what checks.
 */
export { type OwnFinding, ownAsFinding, ownFindingsOf, ownText, subjectName } from '../../core/exchange/own-finding';
export {
  type DismissalScope,
  type FindingReview,
  inOrder,
  type Review,
  reviewOf,
  reviewsOf,
  scopesOf,
  wideSubject,
} from '../../core/exchange/review';
export { type StorageFailure, storageFailure } from './attempt';
export { looksLikeBundle, readBundle, writeBundle } from './bundle-text';
export {
  type BundlePreview,
  type Exported,
  exportBundle,
  exportPart,
  type MergeCounts,
  mergeBundle,
  previewBundle,
} from './bundles';
export { database, openSoon } from './database';
export { allDetails, DETAILS_MADE, type ReportDetails, remakeDetails } from './details';
export {
  allEvidence,
  type EvidenceList,
  evidenceOf,
  type KeptEvidence,
  type KeptOrKnown,
  knownEvidence,
  loadEvidence,
  loadPart,
  saveEvidence,
} from './evidence';
export { type IntakeFailure, intakeFailureSchema, readFailureSchema, storageFailureSchema } from './intake-failure';
export { addOpinion, addOpinions, allOpinions, type NewOpinion, opinionsOf, opinionsOfReport } from './opinions';
export { keepOwnForm, loadOwnForms } from './own-forms';
export {
  addEntries,
  addToQueue,
  blobOf,
  type FoundFile,
  failItem,
  finishItem,
  forgetItems,
  loadQueue,
  type NewItem,
  type QueueItem,
  type QueueState,
  queueItem,
  retryItems,
  setStates,
  sweepArchives,
} from './queue';
export { randomId } from './random-id';
export {
  deleteReport,
  keepSummaries,
  lastKept,
  latestReports,
  listReports,
  loadReport,
  type ReportList,
  replaceOutcome,
  saveReport,
} from './reports';
export { type Said, say, takenBack } from './say';
export { type CheckedBeside, checkBeside, checkInSeries } from './series';
export { loadSetting, saveSetting } from './settings';
export type { ReportSummary, SeverityCounts } from './summary';
