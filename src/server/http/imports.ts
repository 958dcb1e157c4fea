// Which routes are about imports?
import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';

export async function serveImports(_server: FastifyInstance, _app: App, _folder: string): Promise<void> {}
