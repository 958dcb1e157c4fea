// The front door of the web server.
export { createServer } from './server.ts';
