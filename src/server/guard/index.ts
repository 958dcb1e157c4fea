// The front door of alarms: what may not pass silently.
export { type AlarmView, countAlarms, listAlarms } from './alarm.ts';
export { refuseUnrung } from './answer.ts';
export { refuseOpenAlarms } from './campaign.ts';
