// Which routes are about reports?
import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';

export function serveReports(_server: FastifyInstance, _app: App): void {}
