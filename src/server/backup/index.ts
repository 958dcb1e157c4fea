// The front door of backups.
export { countFiles, type FileCount } from './file-count.ts';
export { type Backup, backupFolder, backupName, listBackups, makeBackup, pruneBackups } from './make.ts';
export { type Checked, checkBackup, holds, type Restored, restoreBackup } from './restore.ts';
export { backUpIfDue, startBackups } from './schedule.ts';
