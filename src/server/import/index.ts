// The front door of imports: templates, exports, and the way of a file into the ledger.
export { type FileOptions, importFile } from './file.ts';
export { type CommitOptions, createImports, type Imports, type Upload } from './job.ts';
export type { ImportJob } from './state.ts';
export { exportWorkbook, templateWorkbook } from './template.ts';
