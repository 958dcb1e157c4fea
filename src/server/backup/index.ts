// The front door of backups.
export { type Backup, backupFolder, backupName, listBackups, makeBackup, pruneBackups } from './make.ts';
export { type Checked, checkBackup, type Restored, restoreBackup } from './restore.ts';
export { backUpIfDue, startBackups } from './schedule.ts';
