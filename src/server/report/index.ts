// The front door of summaries.
export {
  createReport,
  editReport,
  prepareSign,
  signReport,
  withdrawReport,
  withoutFrozen,
} from './actions.ts';
export { type Format, fileOf, type ReportFile } from './file.ts';
export { findReport, listReports, type ReportRow } from './store.ts';
export { type ReportView, viewReport } from './view.ts';
