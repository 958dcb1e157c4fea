// The front door of exported ledgers.
export { listLedgerCounties } from './store.ts';
export { type FileFault, type FileProof, verifyLedgerFile } from './verify.ts';
export { type Exported, writeLedger } from './write.ts';
