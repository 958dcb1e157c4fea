// The front door of what was reckoned of cases; who reckons is assess.
export { type CaseLaw, findCaseLaws, listStaleCases, markCaseLaw, putCaseLaws } from './store.ts';
