// The front door of the web server.
export { createServer, type ServerOptions } from './server.ts';
