// The front door of the files of cases: made whole, and proved without a database.
export { archiveCase, type CaseArchive } from './make.ts';
export { type ArchiveFault, type ArchiveProof, verifyCaseArchive } from './verify.ts';
