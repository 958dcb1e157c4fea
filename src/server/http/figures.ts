// Which routes are about figures?
import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';

export function serveFigures(_server: FastifyInstance, _app: App): void {}
